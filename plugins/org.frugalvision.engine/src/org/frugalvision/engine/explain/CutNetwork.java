// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.explain;

import java.util.Arrays;

import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.kernel.Kernels;
import org.frugalvision.engine.kernel.Replica;
import org.frugalvision.engine.kernel.Replica.Mode;
import org.frugalvision.engine.kernel.Replica.Pixels;
import org.frugalvision.engine.kernel.Replica.Wanted;
import org.frugalvision.engine.kernel.Workers;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Split;
import org.frugalvision.engine.run.CanceledException;

/**
 * A network in native memory, for images of one shape, and once more what stands behind one of its layers: so the maps
 * of the layer are seen, and the gradient by them is that of a network by its images. Counts the passes.
 */
final class CutNetwork implements AutoCloseable {

    private final NetworkSpec m_spec;

    private final Split m_split;

    private final int m_batchSize;

    private final Workers m_workers;

    private final Replica m_whole;

    private final Replica m_head;

    private final long m_headWork;

    private long m_scored;

    private long m_forward;

    private long m_backward;

    private CutNetwork(final NetworkSpec spec, final Split split, final int batchSize, final Workers workers,
        final Replica whole, final Replica head) {
        m_spec = spec;
        m_split = split;
        m_batchSize = batchSize;
        m_workers = workers;
        m_whole = whole;
        m_head = head;
        m_headWork = split.head().multiplyAdds();
    }

    /** To be used under a lease. */
    static CutNetwork open(final NetworkSpec spec, final float[] weights, final Split split, final int batchSize,
        final int threads) {
        final Workers workers = Workers.open(threads);
        Replica whole = null;
        try {
            whole = Kernels.open(spec, workers);
            whole.setWeights(weights);
            final Replica head = Kernels.open(split.head(), workers);
            head.setWeights(Arrays.copyOfRange(weights, split.offset(), weights.length));
            return new CutNetwork(spec, split, batchSize, workers, whole, head);
        } catch (RuntimeException | Error e) {
            if (whole != null) {
                whole.close();
            }
            workers.close();
            throw e;
        }
    }

    ImageShape input() {
        return m_spec.input();
    }

    /** The shape of the layer's output. */
    ImageShape maps() {
        return m_split.head().input();
    }

    int batchSize() {
        return m_batchSize;
    }

    /** Images that went forward. */
    long scored() {
        return m_scored;
    }

    /** Multiply-adds forward. */
    long forward() {
        return m_forward;
    }

    /** Multiply-adds backward. */
    long backward() {
        return m_backward;
    }

    /** The scores of images, and the maps of the layer. */
    float[][] scoresAndMaps(final float[] pixels, final int images) throws CanceledException {
        return forward(pixels, images, m_split.node());
    }

    float[] scores(final float[] pixels, final int images) throws CanceledException {
        return forward(pixels, images)[0];
    }

    private float[][] forward(final float[] pixels, final int images, final String... more) throws CanceledException {
        final String[] nodes = new String[more.length + 1];
        nodes[0] = m_spec.graph().name(m_spec.graph().last());
        System.arraycopy(more, 0, nodes, 1, more.length);
        m_scored += images;
        m_forward += images * m_spec.multiplyAdds();
        return m_whole.forward(new Pixels(pixels, images, m_spec.input()), Mode.EVALUATION, nodes);
    }

    /** The gradient of one score of each image by its maps. */
    float[] gradients(final float[] maps, final int[] classes) throws CanceledException {
        final int images = classes.length;
        final float[] gradients = new float[images * maps().size()];
        m_head.gradient(new Pixels(maps, images, maps()), Mode.EVALUATION, (first, count, scores, gradient) -> {
            for (int i = 0; i < count; i++) {
                gradient[i * (gradient.length / count) + classes[first + i]] = 1;
            }
        }, Wanted.INPUT, null, gradients);
        m_forward += images * m_headWork;
        m_backward += images * m_headWork;
        return gradients;
    }

    @Override
    public void close() {
        m_head.close();
        m_whole.close();
        m_workers.close();
    }
}
