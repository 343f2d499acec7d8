// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

import org.frugalvision.engine.evaluate.Calibration;
import org.frugalvision.engine.evaluate.Calibration.Bin;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.Interval;
import org.frugalvision.engine.evaluate.ProbabilityScores;
import org.frugalvision.engine.evaluate.Proportion;

/**
 * A reliability diagram: the accuracy of the images of each of the bins of {@link Calibration} over their mean
 * confidence, with intervals of 95 % (Wilson), and the share of the images in the bin. Points below the diagonal: the
 * classifier is surer than it should be.
 */
public final class ReliabilityChart {

    private ReliabilityChart() {
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
        final List<ShareChart.Series> series = new ArrayList<>();
        evaluation.probabilities().map(ProbabilityScores::calibration).ifPresent(calibration -> {
            final List<Bin> filled = calibration.bins().stream().filter(bin -> bin.images() > 0).toList();
            final double[] x = values(filled, Bin::confidence);
            series.add(new ShareChart.Series("share of the images", x,
                filled.stream().mapToDouble(bin -> (double)bin.images() / calibration.images()).toArray(),
                ShareChart.Look.LINE, ShareChart.COLORS.get(4)));
            for (final Bin bin : filled) {
                final Interval interval = new Proportion(bin.right(), bin.images()).wilson();
                final double at = bin.confidence().getAsDouble();
                series.add(new ShareChart.Series("interval", new double[]{at, at},
                    new double[]{interval.lower(), interval.upper()}, ShareChart.Look.BAR, ShareChart.COLORS.get(0)));
            }
            series.add(new ShareChart.Series("accuracy", x, values(filled, Bin::accuracy), ShareChart.Look.MARKED_LINE,
                ShareChart.COLORS.get(0)));
        });
        final String error = evaluation.calibrationError().stream()
            .mapToObj(value -> String.format(Locale.ROOT, ": expected calibration error %.4f", value)).findFirst()
            .orElse("");
        return new ShareChart(title + error, "Mean confidence", "Accuracy", "as sure as right", 0, series);
    }

    private static double[] values(final List<Bin> bins, final Function<Bin, OptionalDouble> value) {
        return bins.stream().map(value).mapToDouble(OptionalDouble::getAsDouble).toArray();
    }
}
