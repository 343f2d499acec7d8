// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.image.PngImages;

/** What is left of charts where no text can be drawn: the colours of the cells, the shapes of the curves. */
final class PlainPictures {

    private static final int MARGIN = 20;

    private PlainPictures() {
    }

    /** A square per cell in the colour of its share. */
    static byte[] cells(final double[][] shares, final int cell, final List<Color> colours) {
        final int edge = shares.length * cell;
        final var picture = blank(edge + 2 * MARGIN, edge + 2 * MARGIN);
        for (int y = 0; y < edge; y++) {
            for (int x = 0; x < edge; x++) {
                picture.setRGB(MARGIN + x, MARGIN + y, colour(shares[y / cell][x / cell], colours));
            }
        }
        return PngImages.encode(picture);
    }

    /** The curves of two axes, each axis from its least to its largest value. */
    static byte[] curves(final int width, final int height, final List<Curve> left, final List<Curve> right,
        final List<Color> colours) {
        final var picture = blank(width, height);
        final var graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(Color.GRAY);
            graphics.drawRect(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN);
            graphics.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            int next = 0;
            for (final var curves : List.of(left, right)) {
                for (final var curve : curves) {
                    graphics.setColor(colours.get(next++ % colours.size()));
                    graphics.draw(path(curve, curves, width, height));
                }
            }
        } finally {
            graphics.dispose();
        }
        return PngImages.encode(picture);
    }

    private static Path2D path(final Curve curve, final List<Curve> sameAxis, final int width, final int height) {
        final var x = range(sameAxis.stream().map(Curve::x).toList());
        final var y = range(sameAxis.stream().map(Curve::finiteOrGap).toList());
        final var path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < curve.x().length; i++) {
            final double px = MARGIN + (curve.x()[i] - x[0]) / (x[1] - x[0]) * (width - 2 * MARGIN);
            final double py = height - MARGIN - (curve.y()[i] - y[0]) / (y[1] - y[0]) * (height - 2 * MARGIN);
            if (!Double.isFinite(px) || !Double.isFinite(py)) {
                down = false;
            } else if (down) {
                path.lineTo(px, py);
            } else {
                path.moveTo(px, py);
                // the stroke's round end makes a dot of a point without neighbours
                path.lineTo(px, py);
                down = true;
            }
        }
        return path;
    }

    /** Least and largest number, one apart if they are equal. */
    private static double[] range(final List<double[]> values) {
        final var numbers =
            values.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).summaryStatistics();
        return new double[]{numbers.getMin(),
            numbers.getMax() > numbers.getMin() ? numbers.getMax() : numbers.getMin() + 1};
    }

    private static BufferedImage blank(final int width, final int height) {
        final var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        return picture;
    }

    /** Between the two neighbours among equidistant colours. */
    private static int colour(final double share, final List<Color> colours) {
        final double position = share * (colours.size() - 1);
        final int index = Math.min((int)position, colours.size() - 2);
        final double part = position - index;
        final var from = colours.get(index);
        final var to = colours.get(index + 1);
        return new Color(between(from.getRed(), to.getRed(), part), between(from.getGreen(), to.getGreen(), part),
            between(from.getBlue(), to.getBlue(), part)).getRGB();
    }

    private static int between(final int from, final int to, final double part) {
        return (int)Math.round(from + part * (to - from));
    }
}
