package io.tactus.lab.storm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The engine with one bug planted: one source file of it is compiled with other words, and all of Tactus is loaded anew around it.
 *
 * @param bug what is wrong, in words
 * @param file the source, below {@code main/java/io/tactus}
 * @param right words that stand in the source exactly once
 * @param wrong what stands there instead
 */
record Mutant(String bug, String file, String right, String wrong) {
    private static final Path SOURCES = Path.of("main/java/io/tactus");

    /** Tells stories of this engine by their seeds; answers the broken promise, or nothing. */
    LongFunction<String> storyteller() {
        try {
            Loader loader = new Loader(compile());
            @SuppressWarnings("unchecked")
            LongFunction<String> storyteller = (LongFunction<String>) loader.loadClass(Storyteller.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            return storyteller;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(bug, e);
        }
    }

    private String source() {
        try {
            String source = Files.readString(SOURCES.resolve(file));
            int at = source.indexOf(right);
            if (at < 0 || source.indexOf(right, at + 1) >= 0) {
                throw new IllegalStateException("%s: expected these words exactly once in %s, adapt the mutation: %s"
                        .formatted(bug, file, right));
            }
            return source.replace(right, wrong);
        } catch (IOException e) {
            throw new IllegalStateException(bug, e);
        }
    }

    private Map<String, byte[]> compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        JavaFileManager files = new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return classes.computeIfAbsent(name, key -> new ByteArrayOutputStream());
                    }
                };
            }
        };
        String text = source();
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", System.getProperty("java.class.path"));
        boolean good = compiler.getTask(messages, files, null, options, null, List.of(source))
                .call();
        if (!good) {
            throw new IllegalStateException(bug + " does not compile: " + messages);
        }
        Map<String, byte[]> bytes = new HashMap<>();
        classes.forEach((name, stream) -> bytes.put(name, stream.toByteArray()));
        return bytes;
    }

    /** Loads Tactus anew, with the mutated classes; everything else comes from the parent. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> mutated;

        Loader(Map<String, byte[]> mutated) {
            super(Mutant.class.getClassLoader());
            this.mutated = mutated;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("io.tactus.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            byte[] bytes = mutated.get(name);
            try (InputStream original = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (bytes == null && original == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = bytes == null ? original.readAllBytes() : bytes;
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
