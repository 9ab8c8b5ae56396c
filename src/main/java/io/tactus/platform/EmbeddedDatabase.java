package io.tactus.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL started by the engine itself when no database is configured: on loopback, with a password of its own, durable. One engine
 * per folder; a server left over from an engine that was killed is stopped first.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** {@link TactusConfig#postgresBinaries()}, read before there is a configuration. */
    private static final String BINARIES = "tactus.postgres-binaries";

    private static final String ADDRESSES = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedDatabase(FileChannel lockFile, FileLock lock, EmbeddedPostgres server, String password) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server on the folder, which is made when it is not there.
     *
     * @throws IllegalStateException when another engine uses the folder
     */
    public static EmbeddedDatabase start(Path folder) throws IOException {
        return start(folder, 0);
    }

    /** The same on a port of one's choice; 0 for any that is free. */
    public static EmbeddedDatabase start(Path folder, int port) throws IOException {
        Path home = Files.createDirectories(folder.toAbsolutePath());
        FileChannel lockFile =
                FileChannel.open(home.resolve("engine.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(lockFile);
        if (lock == null) {
            lockFile.close();
            throw new IllegalStateException("another engine uses the database in " + home
                    + ": stop it, or give this one a folder of its own with TACTUS_HOME");
        }
        Path data = home.resolve("data");
        stopLeftOver(data);
        boolean first = !Files.exists(data.resolve("PG_VERSION"));
        String password = Secrets.keptIn(home.resolve("password"));
        String binaries = System.getProperty(BINARIES, home.resolve("binaries").toString());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(new File(binaries))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setPort(port)
                .setServerConfig("fsync", "on")
                // The library's own default is off, and a commit must be on disk before its call is dialled.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "128MB")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()));
        if (!first) {
            builder.setConnectConfig("password", password);
        }
        EmbeddedPostgres server = builder.start();
        EmbeddedDatabase database = new EmbeddedDatabase(lockFile, lock, server, password);
        if (first) {
            database.secure(data);
        }
        return database;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null;
        }
    }

    private void secure(Path data) throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), ADDRESSES);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the embedded database did not take its password", e);
        }
    }

    private static void stopLeftOver(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> server = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        boolean ours = lines.size() > 1
                && Path.of(lines.get(1)).equals(data)
                && server.flatMap(p -> p.info().command())
                        .filter(c -> c.contains("postgres"))
                        .isPresent();
        if (!ours || server.isEmpty()) {
            Files.delete(pidFile);
            return;
        }
        LOG.infof(
                "Stopping the database server %d that an engine left behind",
                server.get().pid());
        // SIGINT: fast shutdown, without waiting for clients.
        new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
        try {
            server.get().onExit().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IOException("the database server " + server.get().pid() + " does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping the database server", e);
        }
    }

    /** Address for JDBC, without the password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Port of the server. */
    public int port() {
        return server.getPort();
    }

    /** Password of the user {@code postgres}. */
    public String password() {
        return password;
    }

    /** Tells Quarkus to use this database. */
    public void configure() {
        System.setProperty("quarkus.datasource.jdbc.url", jdbcUrl());
        System.setProperty("quarkus.datasource.username", "postgres");
        System.setProperty("quarkus.datasource.password", password);
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.release();
        lockFile.close();
    }
}
