// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.frugalvision.engine.evaluate.ClassScores;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.RocCurve;

/**
 * ROC curves of the classes, each against all others, with their areas: of more than 8 classes the 8 of the smallest
 * area (ties: the first classes), in the order of the classes.
 */
public final class RocChart {

    private static final int MOST = ShareChart.COLORS.size();

    private RocChart() {
    }

    /**
     * @param title name of the result, stands above the picture
     * @param evaluation what to draw; without probabilities the picture says that there is nothing to show
     * @return a PNG image of 900 x 540 pixels; where there are no {@link Fonts} without text
     */
    public static byte[] png(final String title, final Evaluation evaluation) {
        return chart(title, evaluation).png();
    }

    static ShareChart chart(final String title, final Evaluation evaluation) {
        final List<ClassScores> drawable = evaluation.perClass().stream()
            .filter(scores -> scores.ranking().flatMap(ranking -> ranking.roc()).isPresent()).toList();
        final List<ClassScores> smallest = drawable.stream()
            .sorted(Comparator.comparingDouble(scores -> scores.auc().getAsDouble())).limit(MOST).toList();
        final List<ShareChart.Series> series = new ArrayList<>();
        for (final ClassScores scores : drawable) {
            if (smallest.contains(scores)) {
                final RocCurve curve = scores.ranking().get().roc().get();
                series.add(new ShareChart.Series(
                    String.format(Locale.ROOT, "%.3f %s", scores.auc().getAsDouble(), scores.name()),
                    curve.falsePositiveRates(), curve.truePositiveRates(), ShareChart.Look.LINE,
                    ShareChart.COLORS.get(series.size())));
            }
        }
        final String which = drawable.size() > MOST
            ? ": the %d of %,d classes with the smallest area".formatted(MOST, drawable.size()) : ": area by class";
        return new ShareChart(title + (series.isEmpty() ? "" : which), "Share of the other images (false positives)",
            "Share of the images of the class (true positives)", "by chance", 0, series);
    }
}
