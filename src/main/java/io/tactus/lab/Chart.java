package io.tactus.lab;

import java.util.List;
import java.util.Locale;

/** One chart as inline SVG: points with their intervals, by series. */
final class Chart {
    /** A point with half the widths of its intervals; 0 for none. A place of a line only, when it says nothing. */
    record Point(double x, double y, double halfX, double halfY, String says) {
        static Point ofLine(double x, double y) {
            return new Point(x, y, 0, 0, "");
        }
    }

    /** A value to mark with a line, such as a cap. @param upright whether it is one across, so that the line is upright */
    record Mark(double value, String name, boolean upright) {
        static final Mark NONE = new Mark(Double.NaN, "", true);
    }

    /** Points of one colour, joined by a line. */
    record Series(String name, List<Point> points) {}

    /** What an axis shows: from, to, where its lines are, and whether it is logarithmic. */
    record Axis(String title, double from, double to, List<Double> lines, boolean logarithmic, String unit) {
        double share(double value) {
            return logarithmic
                    ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                    : (value - from) / (to - from);
        }
    }

    static final List<String> COLOURS = List.of(
            "#0b6e4f", "#d1495b", "#3066be", "#e09f3e", "#7b2d8b", "#4a5759", "#00a6a6", "#8c5e3c", "#b5179e",
            "#6a994e");

    private static final int WIDTH = 760;
    private static final int HEIGHT = 400;
    private static final int LEFT = 58;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 48;

    private final Axis across;
    private final Axis up;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Axis across, Axis up) {
        this.across = across;
        this.up = up;
    }

    /** The chart. */
    static String of(Axis across, Axis up, List<Series> series, Mark mark) {
        Chart chart = new Chart(across, up);
        chart.frame();
        if (!Double.isNaN(mark.value)) {
            chart.draw(mark);
        }
        for (int i = 0; i < series.size(); i++) {
            chart.draw(series.get(i), COLOURS.get(i % COLOURS.size()));
        }
        return chart.svg.append("</svg>\n").toString();
    }

    private double x(double value) {
        return LEFT + Math.clamp(across.share(value), 0, 1) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - Math.clamp(up.share(value), 0, 1) * (HEIGHT - TOP - BOTTOM);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void frame() {
        add(
                "<svg viewBox='0 0 %d %d' role='img' aria-label='%s by %s'>",
                WIDTH, HEIGHT, Report.escaped(up.title), Report.escaped(across.title));
        for (double line : across.lines) {
            add("<line class='grid' x1='%.1f' x2='%1$.1f' y1='%d' y2='%d'/>", x(line), TOP, HEIGHT - BOTTOM);
            add(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(line), HEIGHT - BOTTOM + 18, label(line, across));
        }
        for (double line : up.lines) {
            add("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%3$.1f'/>", LEFT, WIDTH - RIGHT, y(line));
            add("<text x='%d' y='%.1f' text-anchor='end'>%s</text>", LEFT - 8, y(line) + 4, label(line, up));
        }
        add(
                "<text class='title' x='%d' y='%d' text-anchor='middle'>%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, Report.escaped(across.title));
        add(
                "<text class='title' transform='translate(14 %d) rotate(-90)' text-anchor='middle'>%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, Report.escaped(up.title));
    }

    private static String label(double value, Axis axis) {
        return (value == Math.rint(value)
                        ? String.format(Locale.ROOT, "%.0f", value)
                        : String.format(Locale.ROOT, "%.1f", value))
                + axis.unit;
    }

    private void draw(Mark mark) {
        String name = Report.escaped(mark.name);
        if (mark.upright) {
            double x = x(mark.value);
            add("<line class='mark' x1='%.1f' x2='%1$.1f' y1='%d' y2='%d'/>", x, TOP, HEIGHT - BOTTOM);
            add("<text class='mark' x='%.1f' y='%d'>%s</text>", x + 5, HEIGHT - BOTTOM - 8, name);
        } else {
            double y = y(mark.value);
            add("<line class='mark' x1='%d' x2='%d' y1='%.1f' y2='%3$.1f'/>", LEFT, WIDTH - RIGHT, y);
            add("<text class='mark' x='%d' y='%.1f' text-anchor='end'>%s</text>", WIDTH - RIGHT - 5, y - 6, name);
        }
    }

    private void draw(Series series, String colour) {
        if (series.points.size() > 1) {
            StringBuilder path = new StringBuilder();
            for (Point p : series.points) {
                path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(p.x), y(p.y)));
            }
            add(
                    "<polyline points='%s' fill='none' stroke='%s' stroke-width='1.8'/>",
                    path.toString().strip(), colour);
        }
        for (Point p : series.points) {
            if (p.says.isEmpty()) {
                continue;
            }
            add(
                    "<path d='M%.1f %.1fV%.1fM%.1f %.1fH%.1f' stroke='%s' stroke-width='1.4'/>",
                    x(p.x), y(p.y - p.halfY), y(p.y + p.halfY), x(p.x - p.halfX), y(p.y), x(p.x + p.halfX), colour);
            add(
                    "<circle cx='%.1f' cy='%.1f' r='4' fill='%s'><title>%s</title></circle>",
                    x(p.x), y(p.y), colour, Report.escaped(p.says));
        }
    }
}
