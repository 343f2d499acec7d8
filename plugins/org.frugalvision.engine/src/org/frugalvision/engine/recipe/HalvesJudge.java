// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.StoppingSettings;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;

/**
 * Tells the irreducible loss of every training image without other images: the images are dealt into two halves, of
 * each class to within one image, a network like the one under training learns each half, of its epochs the one with
 * the lowest loss on the other half counts, and there it tells the losses. Cost: so many epochs on all images, each
 * with one pass forward for validation, and another one for the losses; charged.
 */
final class HalvesJudge {

    private static final int HALVES = 2;

    private final TrainingStart m_start;

    private final int m_epochs;

    HalvesJudge(final TrainingStart start, final int epochs) {
        m_start = start;
        m_epochs = epochs;
    }

    /** One loss per training image, as floats, which a checkpoint keeps. */
    void tell(final float[] losses) throws CanceledException {
        final Seeds seeds = m_start.seeds().named("judge");
        final int[] grouped = DataOrder.of(m_start.images(), m_start.labels(), DataSchedule.First.RANDOM,
            seeds.named("halves").generator()).grouped();
        for (int half = 0; half < HALVES; half++) {
            final Network judge = judge(half(grouped, half), half(grouped, 1 - half), seeds.child("half " + half));
            final int[] others = half(grouped, 1 - half);
            final double[] theirs = Inference.losses(judge, m_start.images().subset(others),
                InferenceSettings.DEFAULT, m_start.run().silent());
            for (int i = 0; i < others.length; i++) {
                losses[others[i]] = (float)theirs[i];
            }
            m_start.charges().accept(Traffic.of(judge.spec()).in(CostEntry
                .of("losses-" + judge.hash().substring(0, 16), "Irreducible losses of half the images")
                .withScoring(others.length, others.length * judge.spec().multiplyAdds())));
        }
    }

    private static int[] half(final int[] grouped, final int half) {
        return IntStream.range(0, grouped.length).filter(i -> i % HALVES == half).map(i -> grouped[i]).toArray();
    }

    private Network judge(final int[] learned, final int[] measured, final Seeds seeds) throws CanceledException {
        final Network fresh =
            Network.initialise(m_start.network().spec(), m_start.network().classes(), seeds.named("initialise"));
        final TrainingSettings ours = m_start.settings();
        final var settings = new TrainingSettings(m_epochs, ours.batchSize(), ours.learningRate(), ours.seed(), true,
            ours.threads(), ours.updater(), ours.schedule(), ours.classWeights(),
            new StoppingSettings(true, StoppingSettings.Metric.LOSS, m_epochs, 0, 0, 0));
        final ImageSet images = m_start.images().subset(learned);
        final FitResult result =
            new Training(fresh, images, settings).validatedBy(m_start.images().subset(measured))
                .fit(m_start.run().silent());
        m_start.charges().accept(result.cost());
        return result.network();
    }
}
