// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.ScoreGradient;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.Dropping;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Split;
import org.frugalvision.engine.run.CanceledException;

/**
 * The layers of a network before the first one that learns or drops at random, and the head behind them. The body is
 * computed as when the network is applied. What it makes of the images of the set is computed once, unless that takes
 * more than 256 MB; a batch with images that a method has changed goes through it as it is.
 */
final class FrozenBody implements AutoCloseable {

    private static final long MOST_BYTES = 256L << 20;

    private static final int BATCH = 64;

    private final NetworkSpec m_spec;

    private final Split m_split;

    private final Replica m_whole;

    private final Replica m_head;

    private final Workers m_workers;

    private final ImageSet m_images;

    private final int m_size;

    /** What the body makes of the images of the set, with its present weights; empty as long as nobody has asked. */
    private float[] m_features = {};

    private float[] m_weights = {};

    private FrozenBody(final NetworkSpec spec, final Split split, final Replica whole, final Workers workers,
        final ImageSet images) {
        m_spec = spec;
        m_split = split;
        m_whole = whole;
        m_workers = workers;
        m_images = images;
        m_size = split.head().input().size();
        m_head = Kernels.open(split.head(), workers);
    }

    /**
     * @param trained for each tensor whether it learns
     * @param whole the whole network, which stays the caller's
     * @return body and head; empty if the network begins with layers that learn
     */
    static Optional<FrozenBody> of(final NetworkSpec spec, final boolean[] trained, final Replica whole,
        final Workers workers, final ImageSet images) {
        return split(spec, trained).map(split -> new FrozenBody(spec, split, whole, workers, images));
    }

    /** Behind the last node up to which nothing learns or drops, but something has weights. */
    private static Optional<Split> split(final NetworkSpec spec, final boolean[] trained) {
        final Graph graph = spec.graph();
        Split longest = null;
        int tensors = 0;
        for (int place = 1; place < graph.last(); place++) {
            final int before = tensors;
            tensors += graph.tensors(place).size();
            if (graph.layer(place) instanceof Dropping
                || IntStream.range(before, tensors).anyMatch(tensor -> trained[tensor])) {
                break;
            }
            if (tensors > 0) {
                longest = spec.split(graph.name(place)).orElse(longest);
            }
        }
        return Optional.ofNullable(longest);
    }

    /** The last place of the body. */
    int place() {
        return m_spec.graph().place(m_split.node());
    }

    /**
     * The body's output for a batch; the whole network must have these weights.
     *
     * @param pixels what the head takes
     * @param passed how many images went through the body for it
     * @param set whether these were the images of the set, which do not have to go through it again
     */
    record Features(Pixels pixels, int passed, boolean set) {
    }

    Features features(final Batch batch, final float[] weights) throws CanceledException {
        if (!unchanged(batch) || Float.BYTES * (long)m_images.size() * m_size > MOST_BYTES) {
            final Pixels images = new Pixels(batch.pixels(), batch.size(), batch.shape());
            final NetworkSpec spec = batch.shape().equals(m_spec.input()) ? m_spec : m_spec.withInput(batch.shape());
            return new Features(new Pixels(maps(images), batch.size(), spec.graph().shape(place())), batch.size(),
                false);
        }
        final boolean known = m_features.length > 0
            && Arrays.equals(m_weights, 0, m_split.offset(), weights, 0, m_split.offset());
        if (!known) {
            remember(weights);
        }
        final float[] values = new float[batch.size() * m_size];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(m_features, batch.images()[i] * m_size, values, i * m_size, m_size);
        }
        return new Features(new Pixels(values, batch.size(), m_split.head().input()), known ? 0 : m_images.size(),
            true);
    }

    /** Scores of what the body gave, as in training. */
    float[] scores(final Features features, final float[] weights, final long noise) throws CanceledException {
        final String last = m_spec.graph().name(m_spec.graph().last());
        return head(weights).forward(features.pixels(), Replica.Mode.training(noise), last)[0];
    }

    /** One step of the head forward and backward, see {@link Replica#gradient}; nothing of the body gets a gradient. */
    float[] gradient(final Features features, final float[] weights, final long noise, final ScoreGradient loss,
        final boolean[] trained, final float[] gradient) throws CanceledException {
        final float[] ofHead = new float[weights.length - m_split.offset()];
        final boolean[] wanted =
            Arrays.copyOfRange(trained, trained.length - m_split.head().tensors().size(), trained.length);
        final float[] scores = head(weights).gradient(features.pixels(), Replica.Mode.training(noise), loss,
            new Wanted(wanted, false), ofHead, null);
        Arrays.fill(gradient, 0, m_split.offset(), 0);
        System.arraycopy(ofHead, 0, gradient, m_split.offset(), ofHead.length);
        return scores;
    }

    @Override
    public void close() {
        m_head.close();
    }

    private Replica head(final float[] weights) {
        m_head.setWeights(Arrays.copyOfRange(weights, m_split.offset(), weights.length));
        return m_head;
    }

    private void remember(final float[] weights) throws CanceledException {
        m_weights = weights.clone();
        m_features = new float[m_images.size() * m_size];
        final int values = m_images.shape().size();
        for (int from = 0; from < m_images.size(); from += BATCH) {
            final int first = from;
            final int count = Math.min(BATCH, m_images.size() - from);
            final float[] pixels = new float[count * values];
            forEach(count, i -> m_images.readPixels(first + i, pixels, i * values));
            System.arraycopy(maps(new Pixels(pixels, count, m_images.shape())), 0, m_features, from * m_size,
                count * m_size);
        }
    }

    /** Whether all images of a batch are as they stand in the set. */
    private boolean unchanged(final Batch batch) throws CanceledException {
        if (!batch.shape().equals(m_images.shape())) {
            return false;
        }
        final int values = m_images.shape().size();
        final boolean[] changed = new boolean[batch.size()];
        forEach(batch.size(), i -> {
            final float[] pixels = new float[values];
            m_images.readPixels(batch.images()[i], pixels, 0);
            changed[i] = !Arrays.equals(pixels, 0, values, batch.pixels(), i * values, (i + 1) * values);
        });
        return IntStream.range(0, changed.length).noneMatch(i -> changed[i]);
    }

    private void forEach(final int count, final IntConsumer work) throws CanceledException {
        m_workers.all(index -> {
            final Shard shard = Shard.of(count, index, m_workers.count());
            IntStream.range(shard.from(), shard.to()).forEach(work);
            return null;
        });
    }

    private float[] maps(final Pixels pixels) throws CanceledException {
        return m_whole.forward(pixels, Replica.Mode.EVALUATION, m_split.node())[0];
    }
}
