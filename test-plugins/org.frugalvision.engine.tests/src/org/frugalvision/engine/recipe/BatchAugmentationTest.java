// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.LoadedImage;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.SilentMethod;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Several copies of an image in its batch, by the numbers of the specification. */
public final class BatchAugmentationTest {

    private static final TrainingSettings SETTINGS = new TrainingSettings(2, 10, 0.01, 1, true, 2);

    @Test
    public void copiesStandSideBySide() {
        assertArrayEquals(new int[]{7, 7, 7, 4, 4, 4},
            new BatchAugmentation(3).epochStarts(1, List.of(new int[]{7, 4})).get(0));
    }

    @Test
    public void oneCopyChangesNothing() throws CanceledException {
        assertArrayEquals(fit(List.of()).network().weights(), fit(List.of(new BatchAugmentation(1))).network()
            .weights(), 0);
    }

    @Test
    public void equalCopiesKeepTheGradientAndCostAsManyTimesMore() throws CanceledException {
        final FitResult plain = fit(List.of());
        final FitResult result = fit(List.of(new BatchAugmentation(3)));

        assertArrayEquals(plain.network().weights(), result.network().weights(), 1e-5f);
        assertEquals(plain.cost().count(Quantity.UPDATES), result.cost().count(Quantity.UPDATES));
        assertEquals(3 * plain.cost().count(Quantity.SAMPLES_TRAINED), result.cost().count(Quantity.SAMPLES_TRAINED));
        assertEquals(3 * plain.cost().count(Quantity.FORWARD_MACS), result.cost().count(Quantity.FORWARD_MACS));
    }

    @Test
    public void everyCopyIsChangedItsOwnWay() throws CanceledException {
        fit(List.of(new BatchAugmentation(2), new SilentMethod() {

            @Override
            public void imageLoaded(final LoadedImage image, final RandomGenerator random) {
                image.pixels()[image.offset()] = random.nextFloat();
            }

            @Override
            public Batch batchLoaded(final Batch batch, final Passes passes) {
                final int size = batch.shape().size();
                for (int i = 0; i < batch.size(); i += 2) {
                    assertEquals(batch.images()[i], batch.images()[i + 1]);
                    assertNotEquals(batch.pixels()[i * size], batch.pixels()[(i + 1) * size], 0);
                }
                return batch;
            }
        }));
    }

    private static FitResult fit(final List<TrainingMethod> recipe) throws CanceledException {
        final Network start = Networks.network(1);
        return new Training(start, Networks.images(30, 1), SETTINGS).with(recipe).fit(RunControl.none());
    }
}
