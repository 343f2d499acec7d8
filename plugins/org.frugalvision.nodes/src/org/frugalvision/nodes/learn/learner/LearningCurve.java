// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

import org.frugalvision.engine.picture.Curve;
import org.frugalvision.engine.picture.LineChart;
import org.frugalvision.engine.train.EpochMetrics;
import org.frugalvision.engine.train.EpochMetrics.Score;
import org.frugalvision.engine.train.FitResult;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;

/** The picture of a training: loss on the left axis, accuracy on the right, epoch by epoch; validation is dashed. */
final class LearningCurve {

    private LearningCurve() {
    }

    static ImagePortObjectSpec spec() {
        return new ImagePortObjectSpec(PNGImageContent.TYPE);
    }

    static ImagePortObject create(final FitResult result) {
        final List<EpochMetrics> epochs = result.epochs();
        final var loss = new ArrayList<Curve>();
        final var accuracy = new ArrayList<Curve>();
        loss.add(curve("Loss", epochs, EpochMetrics::loss));
        accuracy.add(curve("Accuracy", epochs, EpochMetrics::accuracy));
        final boolean validated = epochs.stream().anyMatch(epoch -> epoch.validation().isPresent());
        if (validated) {
            loss.add(validation("Validation loss", epochs, Score::loss));
            accuracy.add(validation("Validation accuracy", epochs, Score::accuracy));
        }
        final String title = "Learning curve (%s; network of epoch %d)".formatted(result.ending().label(),
            result.bestEpoch());
        final byte[] png = new LineChart(title, "Epoch", "Loss", loss, "Accuracy", accuracy,
            validated || result.bestEpoch() < epochs.size() ? OptionalInt.of(result.bestEpoch()) : OptionalInt.empty())
                .png();
        return new ImagePortObject(new PNGImageContent(png), spec());
    }

    private static Curve validation(final String name, final List<EpochMetrics> epochs,
        final ToDoubleFunction<Score> value) {
        return curve(name, epochs, epoch -> epoch.validation().map(value::applyAsDouble).orElse(Double.NaN)).asDashed();
    }

    private static Curve curve(final String name, final List<EpochMetrics> epochs,
        final ToDoubleFunction<EpochMetrics> value) {
        return Curve.perEpoch(name, epochs.stream().mapToDouble(value).toArray());
    }
}
