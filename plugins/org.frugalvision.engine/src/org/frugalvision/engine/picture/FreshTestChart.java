// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.frugalvision.engine.evaluate.AccuracyLine;
import org.frugalvision.engine.evaluate.Interval;

/**
 * Accuracies on a fresh test set over those on the original one, a cross of two intervals for each model, and the line
 * through them. Points below the diagonal have dropped.
 *
 * @param title stands above the chart
 * @param points the models, at least one; copied
 * @param line through the points, if there is one
 */
public record FreshTestChart(String title, List<Point> points, Optional<AccuracyLine> line) {

    private static final int MOST = 8;

    /**
     * One model.
     *
     * @param name its name in the legend; from the ninth on only drawn
     * @param original accuracy on the original test set, in [0,1]
     * @param originalInterval its interval
     * @param fresh accuracy on the fresh test set, in [0,1]
     * @param freshInterval its interval
     */
    public record Point(String name, double original, Interval originalInterval, double fresh,
        Interval freshInterval) {
    }

    /** Copies the list. */
    public FreshTestChart {
        points = List.copyOf(points);
    }

    /** @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text */
    public byte[] png() {
        return chart().png();
    }

    ShareChart chart() {
        final double lowest = points.stream()
            .flatMap(point -> Stream.of(point.originalInterval().lower(), point.freshInterval().lower()))
            .mapToDouble(Double::doubleValue).min().orElse(0);
        final double least = Math.max(0, Math.floor(10 * lowest) / 10 - 0.05);
        final List<ShareChart.Series> series = new ArrayList<>();
        line.ifPresent(fit -> series.add(new ShareChart.Series("line through the models", new double[]{least, 1},
            new double[]{fit.intercept() + fit.slope() * least, fit.intercept() + fit.slope()}, ShareChart.Look.LINE,
            Color.LIGHT_GRAY)));
        for (int i = 0; i < points.size(); i++) {
            final Point point = points.get(i);
            final Color color = ShareChart.COLORS.get(i % MOST);
            series.add(new ShareChart.Series(point.name(),
                new double[]{point.originalInterval().lower(), point.originalInterval().upper()},
                new double[]{point.fresh(), point.fresh()}, ShareChart.Look.BAR, color));
            series.add(new ShareChart.Series(point.name(), new double[]{point.original(), point.original()},
                new double[]{point.freshInterval().lower(), point.freshInterval().upper()}, ShareChart.Look.BAR,
                color));
            series.add(new ShareChart.Series(point.name(), new double[]{point.original()},
                new double[]{point.fresh()}, i < MOST ? ShareChart.Look.MARKED_LINE : ShareChart.Look.POINT, color));
        }
        return new ShareChart(title, "Accuracy on the original test set", "Accuracy on the fresh test set",
            "no drop", least, series);
    }
}
