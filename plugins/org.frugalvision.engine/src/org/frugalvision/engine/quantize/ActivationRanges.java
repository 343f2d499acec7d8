// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.quantize;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.ActivationRange;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.RunControl;

/**
 * Between which values most of what each node gives for some images lies.
 *
 * @param least by place, from 1 on
 * @param most by place, from 1 on
 * @param passes of the images that it took
 */
record ActivationRanges(float[] least, float[] most, int passes) {

    /** Ends are told as finely as this divides the whole range. */
    private static final int BINS = 4096;

    /** Limits of whole numbers that are tried. */
    private static final int LIMITS = 200;

    /** The largest whole number of an activation. */
    private static final int STEPS = 127;

    /**
     * @param share of the values of a node that lie between its ends; 1: all, else the ends are those of one of 4,096
     *            equal parts of the whole range
     * @param fitted if all are to lie there, rather the ends within which 127 steps have the least squared error
     */
    static ActivationRanges of(final Network network, final ImageSet images, final double share, final boolean fitted,
        final int threads, final RunControl run) throws CanceledException {
        final int last = network.spec().graph().last();
        final float[] least = new float[last + 1];
        final float[] most = new float[last + 1];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        forward(network, images, threads, run, values -> widen(values, least, most));
        if (share == 1 && !fitted) {
            return new ActivationRanges(least, most, 1);
        }
        final long[][] counts = new long[last + 1][BINS];
        forward(network, images, threads, run, values -> count(values, least, most, counts));
        final float[] low = least.clone();
        final float[] high = most.clone();
        for (int place = 1; place <= last; place++) {
            if (share < 1) {
                cut(place, share, counts[place], low, high);
            } else {
                final double limit = limit(counts[place], least[place], most[place]);
                low[place] = (float)Math.max(least[place], -limit);
                high[place] = (float)Math.min(most[place], limit);
            }
        }
        return new ActivationRanges(low, high, 2);
    }

    private static void cut(final int place, final double share, final long[] counts, final float[] low,
        final float[] high) {
        final double outside = (1 - share) / 2 * Arrays.stream(counts).sum();
        final double width = ((double)high[place] - low[place]) / BINS;
        int from = 0;
        for (double sum = counts[0]; sum <= outside; sum += counts[from]) {
            from++;
        }
        int to = BINS - 1;
        for (double sum = counts[to]; sum <= outside; sum += counts[to]) {
            to--;
        }
        low[place] += (float)(from * width);
        high[place] -= (float)((BINS - 1 - to) * width);
    }

    /**
     * The distance from 0 beyond which values are best cut off.
     *
     * @param counts of values in equal parts from least to most
     */
    static double limit(final long[] counts, final float least, final float most) {
        final double reach = Math.max(Math.abs(least), Math.abs(most));
        final double width = ((double)most - least) / BINS;
        double best = reach;
        double fewest = Double.POSITIVE_INFINITY;
        for (int k = LIMITS; k > 0; k--) {
            double errors = 0;
            for (int bin = 0; bin < BINS; bin++) {
                errors += counts[bin] * error(Math.abs(least + (bin + 0.5) * width), reach * k / LIMITS);
            }
            if (errors < fewest) {
                fewest = errors;
                best = reach * k / LIMITS;
            }
        }
        return best;
    }

    /** Expected square of what rounding changes. */
    private static double error(final double value, final double limit) {
        final double step = limit / STEPS;
        if (value > limit) {
            return (value - limit) * (value - limit);
        }
        return value < step / 2 ? value * value : step * step / 12;
    }

    /** Of all nodes. */
    List<ActivationRange> of(final Graph graph) {
        return IntStream.rangeClosed(1, graph.last())
            .mapToObj(place -> new ActivationRange(graph.name(place), least[place], most[place])).toList();
    }

    private static void forward(final Network network, final ImageSet images, final int threads, final RunControl run,
        final Consumer<float[][]> sink) throws CanceledException {
        final List<String> nodes = IntStream.rangeClosed(1, network.spec().graph().last())
            .mapToObj(network.spec().graph()::name).toList();
        try (Compute.Lease lease = Compute.lease(run);
            Workers workers = Workers.open(Compute.threads(threads));
            Replica replica = Kernels.open(network.spec(), workers)) {
            replica.setWeights(network.weights());
            replica.forward(images, InferenceSettings.DEFAULT.batchSize(network.spec()), nodes,
                (first, count, values) -> {
                    synchronized (sink) {
                        sink.accept(values);
                    }
                }, run);
        }
    }

    private static void widen(final float[][] values, final float[] least, final float[] most) {
        for (int i = 0; i < values.length; i++) {
            for (final float value : values[i]) {
                least[i + 1] = Math.min(least[i + 1], value);
                most[i + 1] = Math.max(most[i + 1], value);
            }
        }
    }

    private static void count(final float[][] values, final float[] least, final float[] most,
        final long[][] counts) {
        for (int i = 0; i < values.length; i++) {
            final double scale = BINS / Math.max(Double.MIN_NORMAL, (double)most[i + 1] - least[i + 1]);
            for (final float value : values[i]) {
                counts[i + 1][(int)Math.min(BINS - 1, (value - (double)least[i + 1]) * scale)]++;
            }
        }
    }
}
