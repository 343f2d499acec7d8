// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.frugalvision.engine.picture.LineChart.Shown;

/** Draws one line chart. */
final class ChartDrawing {

    private static final int WIDTH = 900;

    private static final int HEIGHT = 540;

    private static final int LEFT = 84;

    private static final int TOP = 60;

    private static final int PLOT_WIDTH = WIDTH - 2 * LEFT;

    private static final int PLOT_HEIGHT = 370;

    private static final int SAMPLE = 34;

    private static final int MOST_MARKED_POINTS = 40;

    private static final Color GRID = new Color(0xE5E5E5);

    private static final float[] DASHES = {7, 6};

    private final LineChart m_chart;

    private final List<Shown> m_shown;

    private final BufferedImage m_picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);

    private final Graphics2D m_graphics = m_picture.createGraphics();

    private final Pen m_pen;

    ChartDrawing(final LineChart chart, final boolean silent) {
        m_chart = chart;
        m_shown = chart.shown();
        m_pen = new Pen(m_graphics, silent);
    }

    BufferedImage draw() {
        try {
            m_graphics.setColor(Color.WHITE);
            m_graphics.fillRect(0, 0, WIDTH, HEIGHT);
            m_pen.use(Font.BOLD, 16, Pen.INK);
            m_pen.centred(m_pen.fit(m_chart.title() + (m_shown.isEmpty() ? " (nothing to show)" : ""), WIDTH - 40),
                WIDTH / 2.0, TOP / 2.0);
            if (!m_shown.isEmpty()) {
                drawCurves();
            }
        } finally {
            m_graphics.dispose();
        }
        return m_picture;
    }

    private void drawCurves() {
        final Axis x = Axis.ofWholes(m_shown.stream().flatMapToDouble(shown -> finite(shown.curve(), false)));
        horizontal(x);
        frame();
        for (final boolean onTheLeft : new boolean[]{true, false}) {
            final var curves = m_shown.stream().filter(shown -> shown.onTheLeft() == onTheLeft).toList();
            if (!curves.isEmpty()) {
                final Axis y = Axis.of(curves.stream().flatMapToDouble(shown -> finite(shown.curve(), true)));
                vertical(y, onTheLeft, curves.get(0).colour());
                curves.forEach(shown -> curve(shown, value -> x(x, value), value -> y(y, value)));
            }
        }
        legend(x.first() == x.last());
    }

    private void frame() {
        m_graphics.setStroke(new BasicStroke(1));
        m_graphics.setColor(Color.GRAY);
        m_graphics.drawRect(LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT);
    }

    private static DoubleStream finite(final Curve curve, final boolean values) {
        return IntStream.range(0, curve.x().length)
            .filter(i -> Double.isFinite(curve.y()[i])).mapToDouble(i -> values ? curve.y()[i] : curve.x()[i]);
    }

    private static double x(final Axis axis, final double value) {
        return LEFT + axis.position(value) * PLOT_WIDTH;
    }

    private static double y(final Axis axis, final double value) {
        return TOP + (1 - axis.position(value)) * PLOT_HEIGHT;
    }

    private void horizontal(final Axis axis) {
        for (final BigDecimal tick : axis.ticks()) {
            final double x = x(axis, tick.doubleValue());
            line(x, TOP, x, TOP + PLOT_HEIGHT + 4.0, GRID, 1);
            m_pen.use(Font.PLAIN, 12, Pen.INK).centred(axis.label(tick), x, TOP + PLOT_HEIGHT + 15.0);
        }
        m_pen.use(Font.BOLD, 13, Pen.INK).centred(m_chart.xTitle(), WIDTH / 2.0, TOP + PLOT_HEIGHT + 36.0);
        m_chart.best().ifPresent(best -> {
            final double x = x(axis, best);
            line(x, TOP, x, TOP + PLOT_HEIGHT, Color.GRAY, 1.5f, 2, 4);
            m_pen.use(Font.PLAIN, 12, Pen.INK).centred("best", x, TOP - 10.0);
        });
    }

    private void vertical(final Axis axis, final boolean onTheLeft, final Color colour) {
        final boolean alone = m_shown.stream().allMatch(shown -> shown.onTheLeft() == onTheLeft);
        for (final BigDecimal tick : axis.ticks()) {
            final double y = y(axis, tick.doubleValue());
            m_pen.use(Font.PLAIN, 12, colour);
            if (onTheLeft) {
                m_pen.right(axis.label(tick), LEFT - 8.0, y);
            } else {
                m_pen.left(axis.label(tick), LEFT + PLOT_WIDTH + 8.0, y);
            }
            if (onTheLeft || alone) {
                line(LEFT, y, LEFT + (double)PLOT_WIDTH, y, GRID, 1);
            } else {
                line(LEFT + PLOT_WIDTH - 5.0, y, LEFT + (double)PLOT_WIDTH, y, colour, 1);
            }
        }
        m_pen.use(Font.BOLD, 13, colour).upwards(onTheLeft ? m_chart.leftTitle() : m_chart.rightTitle(),
            onTheLeft ? 16 : WIDTH - 16.0, TOP + PLOT_HEIGHT / 2.0, true);
    }

    private void line(final double x1, final double y1, final double x2, final double y2, final Color colour,
        final float width, final float... dashes) {
        m_graphics.setColor(colour);
        m_graphics.setStroke(stroke(width, dashes));
        m_graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static BasicStroke stroke(final float width, final float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
            dashes.length == 0 ? null : dashes, 0);
    }

    private void curve(final Shown shown, final ToDoubleFunction<Double> x, final ToDoubleFunction<Double> y) {
        final Curve curve = shown.curve();
        final var path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < curve.x().length; i++) {
            if (!Double.isFinite(curve.y()[i])) {
                down = false;
                continue;
            }
            final double px = x.applyAsDouble(curve.x()[i]);
            final double py = y.applyAsDouble(curve.y()[i]);
            if (down) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
            }
            if (curve.x().length <= MOST_MARKED_POINTS || !down && isAlone(curve, i)) {
                marker(px, py, shown);
            }
            down = true;
        }
        m_graphics.setColor(shown.colour());
        m_graphics.setStroke(curve.dashed() ? stroke(2, DASHES) : stroke(2));
        m_graphics.draw(path);
    }

    private static boolean isAlone(final Curve curve, final int i) {
        return i + 1 == curve.y().length || !Double.isFinite(curve.y()[i + 1]);
    }

    private void marker(final double x, final double y, final Shown shown) {
        final var circle = new Ellipse2D.Double(x - 4, y - 4, 8, 8);
        m_graphics.setColor(shown.curve().dashed() ? Color.WHITE : shown.colour());
        m_graphics.fill(circle);
        m_graphics.setColor(shown.colour());
        m_graphics.setStroke(stroke(2));
        m_graphics.draw(circle);
    }

    /** Entries side by side, in two lines if they are many. */
    private void legend(final boolean withValues) {
        final var texts = m_shown.stream().map(shown -> text(shown, withValues)).toList();
        m_pen.use(Font.PLAIN, 12, Pen.INK);
        final int perLine = texts.stream().mapToInt(text -> SAMPLE + m_pen.width(text) + 24).sum() <= WIDTH - 20
            ? texts.size() : (texts.size() + 1) / 2;
        for (int first = 0; first < texts.size(); first += perLine) {
            final double y = HEIGHT - 42.0 + first / perLine * 20.0;
            final var line = texts.subList(first, Math.min(texts.size(), first + perLine));
            double x = (WIDTH - line.stream().mapToInt(text -> SAMPLE + m_pen.width(text) + 24).sum()) / 2.0;
            for (int i = 0; i < line.size(); i++) {
                final Shown shown = m_shown.get(first + i);
                line(x, y, x + SAMPLE - 8, y, shown.colour(), 2, shown.curve().dashed() ? DASHES : new float[0]);
                m_pen.use(Font.PLAIN, 12, Pen.INK).left(line.get(i), x + SAMPLE, y);
                x += SAMPLE + m_pen.width(line.get(i)) + 24;
            }
        }
    }

    private String text(final Shown shown, final boolean withValue) {
        final var text = "%s (%s axis)".formatted(m_pen.fit(shown.curve().name(), 160),
            shown.onTheLeft() ? "left" : "right");
        return withValue ? text + ": " + new BigDecimal(
            Arrays.stream(shown.curve().y()).filter(Double::isFinite).findFirst().orElseThrow(),
            new MathContext(3)).toPlainString() : text;
    }
}
