// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.junit.Test;

/** What is known about images: answered once, and charged. */
public final class AnswersTest {

    @Test
    public void answersOnceAndOnlyWhatIsAsked() throws CanceledException {
        final int[] asked = new int[1];
        final Answers answers = PoolFixture.labelled(new int[]{1, 0, -1}).put(Need.FORGETTING, run -> {
            asked[0]++;
            return new double[]{3, 2, 1};
        });
        final Pool pool = answers.pool();

        assertArrayEquals(new int[]{1, 0, -1}, pool.get(Need.LABELS));
        assertEquals(0, asked[0]);
        pool.get(Need.FORGETTING);
        assertArrayEquals(new double[]{1, 3}, pool.subset(2, 0).get(Need.FORGETTING), 0);
        assertEquals(1, asked[0]);
    }

    @Test
    public void subsetsOfSubsetsKeepTheirImages() throws CanceledException {
        final Pool part = PoolFixture.labelled(new int[]{4, 5, 6, 7}).pool().subset(3, 1, 0).subset(2, 0);

        assertEquals(2, part.size());
        assertEquals("Row0", part.id(0));
        assertEquals("Row3", part.id(1));
        assertArrayEquals(new int[]{4, 7}, part.get(Need.LABELS));
    }

    @Test
    public void refusesANeedThatNobodyAnswers() {
        final Pool pool = PoolFixture.labelled(new int[3]).pool();

        assertEquals("The pool was made without thumbnails.",
            assertThrows(IllegalArgumentException.class, () -> pool.get(Need.THUMBNAILS)).getMessage());
    }

    /** Whoever asks, in whatever order, for whatever part: one pass, one cost. */
    @Test
    public void embeddingsMadeOnceServeManySelections() throws CanceledException {
        final Network network = Networks.network(1);
        final ImageSet images = Networks.images(12, 1);
        final var source = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        final Answers answers = PoolFixture.labelled(images.labels()).put(Need.PROBABILITIES, source.probabilities())
            .put(Need.EMBEDDINGS, source.embeddings()).put(Need.VECTORS, source.embeddings());
        assertEquals(List.of(), answers.costs());

        answers.pool().get(Need.EMBEDDINGS);
        answers.pool().get(Need.PROBABILITIES);
        final List<CostEntry> costs = answers.costs();

        assertEquals(1, costs.size());
        assertEquals(12, costs.get(0).count(Quantity.SAMPLES_SCORED));
        assertEquals(12 * network.spec().multiplyAdds(), costs.get(0).count(Quantity.FORWARD_MACS));
        assertSame(answers.pool().subset(3).get(Need.EMBEDDINGS)[0], answers.pool().get(Need.EMBEDDINGS)[3]);
        assertArrayEquals(Inference.probabilities(network, images, InferenceSettings.DEFAULT, RunControl.none()),
            answers.pool().get(Need.PROBABILITIES));
        final var again = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        again.embeddings().compute(RunControl.none());
        assertEquals(costs.get(0).id(), again.embeddings().cost().get(0).id());
    }

    @Test
    public void embeddingsAreMadeOnlyWhereSomebodyMayAskForThem() throws CanceledException {
        final Network network = Networks.network(1);
        final ImageSet images = Networks.images(12, 1);
        final var source = new NetworkAnswers(network, images, InferenceSettings.DEFAULT);
        source.probabilities().compute(RunControl.none());
        assertEquals(0, source.predictions(RunControl.none()).get(0).embedding().length);

        final float[][] late = source.embeddings().compute(RunControl.none());

        assertArrayEquals(Inference.embeddings(network, images, InferenceSettings.DEFAULT, RunControl.none()), late);
    }

    @Test
    public void otherPixelsAreOtherWork() throws CanceledException {
        final Network network = Networks.network(1);
        final var one = new NetworkAnswers(network, Networks.images(12, 1), InferenceSettings.DEFAULT);
        final var other = new NetworkAnswers(network, Networks.images(12, 2), InferenceSettings.DEFAULT);
        one.embeddings().compute(RunControl.none());
        other.embeddings().compute(RunControl.none());

        assertNotEquals(one.embeddings().cost().get(0).id(), other.embeddings().cost().get(0).id());
    }
}
