package io.tactus.lab;

import io.tactus.lab.Chart.Axis;
import io.tactus.lab.Chart.Mark;
import io.tactus.lab.Chart.Point;
import io.tactus.lab.Chart.Series;
import io.tactus.lab.WhatIf.Moment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** A comparison as one HTML page that needs nothing else: charts for each world, one of its days among them, and the table. */
final class Report {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2528;--soft:#5b676c;--rule:#d9dfe2;--paper:#fff;--zebra:#f5f7f8}
            @media(prefers-color-scheme:dark){:root{--ink:#e6ebed;--soft:#9aa7ad;--rule:#39444a;--paper:#14191c;--zebra:#1b2226}}
            body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:1240px;margin:2.2rem auto;padding:0 1.2rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.12rem;margin:2.2rem 0 .3rem}p{color:var(--soft);margin:.3rem 0;max-width:70ch}
            details{margin:.6rem 0}summary{cursor:pointer;font-weight:600}figure{margin:.8rem 0}figcaption{font-weight:600}svg{width:100%;max-width:860px;height:auto;display:block}
            svg text{font-size:12px;fill:var(--soft)}svg .title{fill:var(--ink)}.grid{stroke:var(--rule)}
            line.mark{stroke:#d1495b;stroke-dasharray:5 4}text.mark{fill:#d1495b}
            ul.key{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.6rem 0}.key i{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin-right:.4em}
            .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums;width:100%}
            th,td{padding:.3rem .5rem;text-align:right;border-bottom:1px solid var(--rule);white-space:nowrap}th{color:var(--soft);font-weight:600}
            th:first-child,td:first-child{text-align:left}tbody tr:nth-child(even){background:var(--zebra)}td.over{color:#d1495b;font-weight:600}
            """;

    private record World(String scenario, double rate, int talk) {}

    private final List<Row> rows;
    private final double cap;
    private final StringBuilder html = new StringBuilder();

    private Report(List<Row> rows, double cap) {
        this.rows = rows;
        this.cap = cap;
    }

    /** The page. @param cap highest share of abandoned calls, marked in the charts */
    static String of(List<Row> rows, double cap, int seeds, double hours) {
        Report report = new Report(rows, cap);
        report.write(seeds, hours);
        return report.html.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&quot;");
    }

    private void write(int seeds, double hours) {
        html.append(
                        "<!doctype html>\n<html lang='en'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>")
                .append("<title>Tactus: policies compared</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n<h1>Pacing policies compared</h1>\n");
        html.append(String.format(
                Locale.ROOT,
                "<p>%d runs of %s hours for each point, the same people for every policy. Utilisation is talk and wrap-up among"
                        + " logged-in time, after the warm-up. Bars are 95 %% confidence intervals. A simulated world, not a measurement"
                        + " of any product.</p>%n",
                seeds,
                hours == Math.rint(hours) ? String.format(Locale.ROOT, "%.0f", hours) : Double.toString(hours)));
        Map<World, List<Row>> worlds = new LinkedHashMap<>();
        for (Row row : rows) {
            worlds.computeIfAbsent(
                            new World(row.scenario(), row.answerRate(), row.talkSeconds()), w -> new ArrayList<>())
                    .add(row);
        }
        worlds.forEach(this::world);
        html.append("</html>\n");
    }

    private void world(World world, List<Row> some) {
        html.append(String.format(
                Locale.ROOT,
                "<h2>%s: answer rate %.2f, talk %d s</h2>%n",
                escaped(world.scenario),
                world.rate,
                world.talk));
        Map<String, List<Row>> byPolicy = new LinkedHashMap<>();
        some.forEach(row ->
                byPolicy.computeIfAbsent(row.policy(), p -> new ArrayList<>()).add(row));
        key(byPolicy);
        List<Series> bySize = new ArrayList<>();
        List<Series> byAbandonment = new ArrayList<>();
        byPolicy.forEach((policy, each) -> {
            bySize.add(new Series(
                    policy,
                    each.stream()
                            .map(r -> new Point(r.agents(), 100 * r.utilisation(), 0, 100 * r.utilisationCi(), says(r)))
                            .toList()));
            byAbandonment.add(new Series(
                    policy,
                    each.stream()
                            .map(r -> new Point(
                                    100 * r.abandonment(),
                                    100 * r.utilisation(),
                                    100 * r.abandonmentCi(),
                                    100 * r.utilisationCi(),
                                    says(r)))
                            .toList()));
        });
        Axis up = utilisation(some);
        TreeSet<Double> sizes = new TreeSet<>();
        some.forEach(r -> sizes.add((double) r.agents()));
        figure(
                "Utilisation by team size",
                Chart.of(
                        new Axis("agents", sizes.first() / 1.3, sizes.last() * 1.3, List.copyOf(sizes), true, ""),
                        up,
                        bySize,
                        Mark.NONE));
        figure(
                "Utilisation by abandonment (up and to the left is better; lines join the team sizes of a policy)",
                Chart.of(abandonment(some), up, byAbandonment, capMark(true)));
        TreeMap<Integer, List<Row>> byTeam = new TreeMap<>();
        some.forEach(row ->
                byTeam.computeIfAbsent(row.agents(), size -> new ArrayList<>()).add(row));
        byTeam.forEach(this::day);
        table(some);
    }

    private Mark capMark(boolean upright) {
        return new Mark(
                100 * cap,
                String.format(Locale.ROOT, "cap %s %%", Double.toString(Math.round(1000 * cap) / 10.0)),
                upright);
    }

    /** The first run of each policy, from its beginning to its end. */
    private void day(int agents, List<Row> some) {
        double end = some.stream()
                .filter(row -> !row.day().isEmpty())
                .mapToDouble(row -> row.day().getLast().hour())
                .max()
                .orElse(0);
        if (end == 0) {
            return;
        }
        double last = some.stream()
                .filter(row -> !row.day().isEmpty())
                .mapToDouble(row -> row.day().getLast().abandonment())
                .max()
                .orElse(0);
        Axis hours = new Axis(
                "hours from the beginning", 0, end, lines(0, end, end > 12 ? Math.ceil(end / 8) : 1), false, "");
        double to = Math.ceil(100 * Math.max(2 * cap, 1.2 * last));
        html.append("<details><summary>")
                .append(String.format(Locale.ROOT, "One run with %d agents, hour by hour", agents))
                .append("</summary>\n");
        figure(
                "Utilisation in each part of the run",
                Chart.of(
                        hours,
                        new Axis("utilisation, %", 0, 100, lines(0, 100, 10), false, ""),
                        lines(some, Moment::busy),
                        Mark.NONE));
        figure(
                "Abandonment up to then",
                Chart.of(
                        hours,
                        new Axis("abandoned of live answers, %", 0, to, lines(0, to, step(to)), false, ""),
                        lines(some, Moment::abandonment),
                        capMark(false)));
        html.append("</details>\n");
    }

    private static List<Series> lines(List<Row> rows, ToDoubleFunction<Moment> share) {
        return rows.stream()
                .map(row -> new Series(
                        row.policy(),
                        row.day().stream()
                                .map(moment -> Point.ofLine(moment.hour(), 100 * share.applyAsDouble(moment)))
                                .toList()))
                .toList();
    }

    private static List<Double> lines(double from, double to, double step) {
        List<Double> lines = new ArrayList<>();
        for (double v = from; v <= to; v += step) {
            lines.add(v);
        }
        return lines;
    }

    private static double step(double to) {
        return to > 12 ? 5 : to > 6 ? 2 : 1;
    }

    private void key(Map<String, List<Row>> byPolicy) {
        html.append("<ul class='key'>");
        int i = 0;
        for (String policy : byPolicy.keySet()) {
            html.append("<li><i style='background:")
                    .append(Chart.COLOURS.get(i++ % Chart.COLOURS.size()))
                    .append("'></i>")
                    .append(escaped(policy))
                    .append("</li>");
        }
        html.append("</ul>\n");
    }

    private static String says(Row row) {
        return String.format(
                Locale.ROOT,
                "%s, %d agents: utilisation %.1f %%, abandonment %.2f %%",
                row.policy(),
                row.agents(),
                100 * row.utilisation(),
                100 * row.abandonment());
    }

    private void figure(String caption, String svg) {
        html.append("<figure><figcaption>")
                .append(escaped(caption))
                .append("</figcaption>\n")
                .append(svg)
                .append("</figure>\n");
    }

    private static Axis utilisation(List<Row> rows) {
        double least = rows.stream()
                .mapToDouble(r -> 100 * (r.utilisation() - r.utilisationCi()))
                .min()
                .orElse(0);
        double from = Math.max(0, Math.floor(least / 5) * 5);
        return new Axis("utilisation, %", from, 100, lines(from, 100, 100 - from > 50 ? 10 : 5), false, "");
    }

    private Axis abandonment(List<Row> rows) {
        double most = rows.stream()
                .mapToDouble(r -> 100 * (r.abandonment() + r.abandonmentCi()))
                .max()
                .orElse(0);
        double to = Math.ceil(Math.max(most, 100 * cap * 1.3));
        return new Axis("abandoned of live answers, %", 0, to, lines(0, to, step(to)), false, "");
    }

    private void table(List<Row> some) {
        html.append(
                        "<div class='wide'><table><thead><tr><th>policy<th>agents<th>utilisation %<th>&plusmn;<th>abandonment %")
                .append("<th>worst run %<th>runs over the cap %<th>wait s<th>dials per connect</tr></thead><tbody>\n");
        for (Row r : some) {
            html.append(String.format(
                    Locale.ROOT,
                    "<tr><td>%s<td>%d<td>%.1f<td>%.2f<td%s>%.2f<td>%.2f<td>%.0f<td>%.1f<td>%.2f</tr>%n",
                    escaped(r.policy()),
                    r.agents(),
                    100 * r.utilisation(),
                    100 * r.utilisationCi(),
                    r.abandonment() > cap ? " class='over'" : "",
                    100 * r.abandonment(),
                    100 * r.worstAbandonment(),
                    100 * r.shareOverCap(),
                    r.waitSeconds(),
                    r.dialsPerConnect()));
        }
        html.append("</tbody></table></div>\n");
    }
}
