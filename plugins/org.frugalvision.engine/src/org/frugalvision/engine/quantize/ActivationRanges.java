// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;

/**
 * The smallest and the largest value that each node gives for some images.
 *
 * @param least by place, from 1 on
 * @param most by place, from 1 on
 */
record ActivationRanges(float[] least, float[] most) {

    static ActivationRanges of(final Network network, final ImageSet images, final int threads, final RunControl run)
        throws CanceledException {
        final int last = network.spec().graph().last();
        final float[] least = new float[last + 1];
        final float[] most = new float[last + 1];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        final List<String> nodes =
            IntStream.rangeClosed(1, last).mapToObj(network.spec().graph()::name).toList();
        try (Compute.Lease lease = Compute.lease(run);
            Workers workers = Workers.open(Compute.threads(threads));
            Replica replica = Kernels.open(network.spec(), workers)) {
            replica.setWeights(network.weights());
            replica.forward(images, InferenceSettings.DEFAULT.batchSize(network.spec()), nodes,
                (first, count, values) -> {
                    synchronized (least) {
                        widen(values, least, most);
                    }
                }, run);
        }
        return new ActivationRanges(least, most);
    }

    private static void widen(final float[][] values, final float[] least, final float[] most) {
        for (int i = 0; i < values.length; i++) {
            for (final float value : values[i]) {
                least[i + 1] = Math.min(least[i + 1], value);
                most[i + 1] = Math.max(most[i + 1], value);
            }
        }
    }
}
