// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.image.PngImages;
import org.frugalvision.engine.run.Wording;

/**
 * A confusion matrix as a picture: a row per true class, a column per predicted class, in the cells the numbers of
 * images, the darker the larger their share of the row; blue is right, orange is wrong. Above 40 classes, only the 39
 * with the most mistakes have rows of their own (ties: lowest class), the others share the last one; its own cell holds
 * the mistakes among the others, and a note under the picture counts their right ones.
 */
public final class ConfusionChart {

    private static final int GAP = 14;

    private static final int LEAST_CELL = 22;

    private static final int LARGEST_CELL = 64;

    private static final int USUAL_MATRIX = 640;

    private static final int LEAST_WIDTH = 500;

    private static final int LONGEST_NAME = 150;

    private static final int LINE = 20;

    private static final int[] LEGEND_PERCENT = {0, 1, 5, 10, 25, 50, 100};

    private final ShownClasses m_shown;

    private final ShownClasses.Folded m_folded;

    private final List<String> m_names;

    private final List<String> m_heading;

    private final int m_cell;

    /** Width of the widest name. */
    private final int m_margin;

    private final boolean m_silent;

    private ConfusionChart(final String title, final Evaluation evaluation, final boolean silent) {
        m_silent = silent;
        m_shown = ShownClasses.of(evaluation);
        m_folded = m_shown.fold(evaluation);
        final var pen = Pen.measuring(silent);
        m_names = names(m_shown.names(), pen);
        m_margin = m_names.stream().mapToInt(pen::width).max().orElse(0);
        m_cell = cell(pen);
        m_heading = List.of(title, right(evaluation));
    }

    /**
     * Draws a confusion matrix; where there are no {@link Fonts} without text.
     *
     * @param title name of the result, stands above the picture
     * @param evaluation what to draw; at least one class
     * @return a PNG image
     */
    public static byte[] png(final String title, final Evaluation evaluation) {
        return png(title, evaluation, !Fonts.present());
    }

    static byte[] png(final String title, final Evaluation evaluation, final boolean silent) {
        return PngImages.encode(new ConfusionChart(title, evaluation, silent).draw());
    }

    private BufferedImage draw() {
        final int matrix = m_cell * m_names.size();
        final int left = m_silent ? GAP : 2 * GAP + LINE + m_margin;
        final int top = m_silent ? GAP : GAP + 2 * LINE + GAP;
        final int width = Math.max(m_silent ? 0 : LEAST_WIDTH, left + matrix + GAP);
        final int below = m_silent ? GAP : GAP + m_margin + LINE + GAP + 2 * LINE + (hasOthers() ? LINE : 0) + GAP;
        final var picture = new BufferedImage(width, top + matrix + below, BufferedImage.TYPE_3BYTE_BGR);
        final var graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
            cells(graphics, left, top);
            if (!m_silent) {
                write(new Pen(graphics, false), width, left, top);
                legend(graphics, top + matrix + GAP + m_margin + LINE + GAP);
            }
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private void cells(final Graphics2D graphics, final int left, final int top) {
        final var pen = new Pen(graphics, m_silent);
        for (int row = 0; row < m_names.size(); row++) {
            for (int column = 0; column < m_names.size(); column++) {
                final boolean right = row == column && !m_shown.areOthers(row);
                final var colour = (right ? Shade.RIGHT : Shade.WRONG).of(m_folded.share(row, column));
                final int x = left + column * m_cell;
                final int y = top + row * m_cell;
                graphics.setColor(colour);
                graphics.fillRect(x, y, m_cell, m_cell);
                graphics.setColor(new Color(0xDDDDDD));
                graphics.drawRect(x, y, m_cell, m_cell);
                if (m_folded.counts()[row][column] > 0) {
                    pen.use(Font.PLAIN, countSize(), Shade.ink(colour)).centred(
                        Wording.value(m_folded.counts()[row][column]), x + m_cell / 2.0, y + m_cell / 2.0);
                }
            }
        }
    }

    private void write(final Pen pen, final int width, final int left, final int top) {
        final int matrix = m_cell * m_names.size();
        pen.use(Font.BOLD, 16, Pen.INK);
        pen.centred(pen.fit(m_heading.get(0), width - 2 * GAP), width / 2.0, GAP + LINE / 2.0);
        pen.use(Font.PLAIN, 13, Pen.INK).centred(m_heading.get(1), width / 2.0, GAP + 1.5 * LINE);
        pen.use(Font.PLAIN, 12, Pen.INK);
        for (int i = 0; i < m_names.size(); i++) {
            final double middle = (i + 0.5) * m_cell;
            pen.right(m_names.get(i), left - 6.0, top + middle);
            pen.upwards(m_names.get(i), left + middle, top + matrix + 6.0, false);
        }
        pen.use(Font.BOLD, 13, Pen.INK);
        pen.upwards("True class", GAP + LINE / 2.0, top + matrix / 2.0, true);
        pen.centred("Predicted class", left + matrix / 2.0, top + matrix + GAP + m_margin + LINE / 2.0);
    }

    private void legend(final Graphics2D graphics, final int top) {
        final var pen = new Pen(graphics, false);
        for (final Shade shade : Shade.values()) {
            final int y = top + shade.ordinal() * LINE;
            pen.use(Font.PLAIN, 12, Pen.INK).left(shade == Shade.RIGHT ? "Right" : "Wrong", GAP, y + LINE / 2.0);
            for (int i = 0; i < LEGEND_PERCENT.length; i++) {
                final var colour = shade.of(LEGEND_PERCENT[i] / 100.0);
                graphics.setColor(colour);
                graphics.fillRect(GAP + 48 + i * 42, y, 42, LINE);
                pen.use(Font.PLAIN, 11, Shade.ink(colour)).centred(LEGEND_PERCENT[i] + " %", GAP + 69 + i * 42.0,
                    y + LINE / 2.0);
            }
        }
        pen.use(Font.PLAIN, 12, Pen.INK).left("of the true class", GAP + 54 + LEGEND_PERCENT.length * 42.0,
            top + LINE);
        if (hasOthers()) {
            pen.left("Not in the cells: %s of the other classes predicted right".formatted(
                Wording.count(m_folded.othersRight(), "image", "images")), GAP, top + 2.6 * LINE);
        }
    }

    private boolean hasOthers() {
        return m_shown.areOthers(m_names.size() - 1);
    }

    /** Edge of a cell in pixels: every count fits. */
    private int cell(final Pen pen) {
        final int usual = Math.max(LEAST_CELL, Math.min(LARGEST_CELL, USUAL_MATRIX / m_names.size()));
        pen.use(Font.PLAIN, countSize(), Pen.INK);
        final int widest = Arrays.stream(m_folded.counts()).flatMapToLong(Arrays::stream).mapToObj(Wording::value)
            .mapToInt(pen::width).max().orElse(0);
        return Math.max(usual, widest + 6);
    }

    private int countSize() {
        return m_names.size() > 20 ? 10 : 13;
    }

    private static String right(final Evaluation evaluation) {
        final var accuracy = evaluation.accuracy();
        return accuracy.isEmpty() ? "No images"
            : String.format(Locale.ROOT, "%s of %s right (%.1f %%)", Wording.value(evaluation.correct()),
                Wording.count(evaluation.images(), "image", "images"), 100 * accuracy.getAsDouble());
    }

    /** Names as they fit, those that become equal with numbers. */
    private static List<String> names(final List<String> names, final Pen pen) {
        final var used = new HashSet<String>();
        final var result = new ArrayList<String>();
        for (final var name : names) {
            final var text = name.isBlank() ? "(blank)" : name;
            var shown = pen.fit(text, LONGEST_NAME);
            for (int number = 2; !used.add(shown); number++) {
                final var ending = " (" + number + ")";
                shown = pen.fit(text, LONGEST_NAME - pen.width(ending)) + ending;
            }
            result.add(shown);
        }
        return result;
    }
}
