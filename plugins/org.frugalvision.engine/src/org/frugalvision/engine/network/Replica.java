// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network in native memory, ready to compute. It holds its own weights, takes and gives plain arrays (images one
 * after the other, CHW each), and never depends on ND4J's random numbers. Belongs to the thread that made it.
 */
public final class Replica implements AutoCloseable {

    private final NetworkSpec m_spec;

    private final SoftmaxCrossEntropy m_loss = new SoftmaxCrossEntropy();

    private final DropoutNoise m_noise = new DropoutNoise();

    private final ComputationGraph m_graph;

    private final FlatLayout m_layout;

    private final String m_scores;

    private final String m_embedding;

    private Batch m_batch;

    Replica(final NetworkSpec spec) {
        m_spec = spec;
        m_graph = new ComputationGraph(GraphConfiguration.of(spec, m_loss, m_noise));
        m_graph.init(Nd4j.zeros(DataType.FLOAT, 1, spec.parameters()), false);
        m_graph.initGradientsView();
        m_layout = new FlatLayout(spec, m_graph);
        final Node last = spec.nodes().get(spec.nodes().size() - 1);
        m_scores = last.name();
        m_embedding = last.inputs().get(0);
    }

    /** @param weights the weights to compute with, in the order of {@link NetworkSpec#tensors}; copied */
    public void setWeights(final float[] weights) {
        m_layout.put(weights, Scratch.pointer(m_graph.params()));
    }

    /**
     * @param pixels the images
     * @param images how many
     * @return scores before softmax, image after image, a new array
     */
    public float[] scores(final float[] pixels, final int images) {
        return output(pixels, images, m_scores)[0];
    }

    /**
     * @param pixels the images
     * @param images how many
     * @return the values that enter the last dense layer, image after image, a new array
     */
    public float[] embeddings(final float[] pixels, final int images) {
        return output(pixels, images, m_embedding)[0];
    }

    /**
     * The results of {@link #scores} and {@link #embeddings} from one pass.
     *
     * @param pixels the images
     * @param images how many
     * @return scores, embeddings; new arrays
     */
    public float[][] scoresAndEmbeddings(final float[] pixels, final int images) {
        return output(pixels, images, m_scores, m_embedding);
    }

    /**
     * One step forward and backward; the weights stay as they are. Normalisations use the statistics of the images
     * taken.
     *
     * @param pixels images
     * @param rows their label rows, see {@link SoftmaxCrossEntropy}
     * @param first the first image to take
     * @param images how many to take
     * @param noise number from which the masks of dropout follow, together with each image's index in {@code pixels};
     *            another one for each batch
     * @param gradient receives the sum of the images' gradients, in the order of the weights; where a tensor is not
     *            {@link TensorShape.Role#learned}, images x the step that is to be subtracted from it, which moves a
     *            running statistic a tenth of the way towards that of the images
     * @return the images' scores before softmax; shared, valid until the next call
     */
    public float[] gradient(final float[] pixels, final org.frugalvision.engine.kernel.Replica.ScoreGradient loss,
        final int first, final int images, final long noise, final float[] gradient) {
        m_noise.set(noise, first);
        final Batch batch = batch(images);
        Scratch.pointer(batch.pixels()).put(pixels, first * m_spec.input().size(), images * m_spec.input().size());
        m_loss.set(loss, first);
        m_graph.setInput(0, batch.pixels());
        m_graph.setLabel(0, batch.rows());
        m_graph.computeGradientAndScore();
        m_layout.get(Scratch.pointer(m_graph.getFlattenedGradients()), gradient);
        return m_loss.lastScores();
    }

    public float[] gradient(final float[] pixels, final float[] rows, final int first, final int images,
        final long noise, final float[] gradient) {
        return gradient(pixels, (from, count, scores, by) -> {
            final float[] part = java.util.Arrays.copyOfRange(rows, from * m_spec.classes(), (from + count) * m_spec.classes());
            for (int i = 0; i < count; i++) {
                Softmax.gradient(scores, part, i * m_spec.classes(), m_spec.classes(), by);
            }
        }, first, images, noise, gradient);
    }

    /** Frees the native memory. */
    @Override
    public void close() {
        if (m_batch != null) {
            m_batch.close();
        }
        m_graph.close();
        Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }

    private float[][] output(final float[] pixels, final int images, final String... nodes) {
        final Batch batch = batch(images);
        Scratch.pointer(batch.pixels()).put(pixels, 0, images * m_spec.input().size());
        final INDArray[] outputs = m_graph.output(List.of(nodes), false, batch.pixelsOnly(), null);
        final float[][] values = new float[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            values[i] = taken(outputs[i]);
        }
        return values;
    }

    /** The values of an array, which is freed. */
    private static float[] taken(final INDArray output) {
        final INDArray rows = output.ordering() == 'c' && !output.isView() ? output : output.dup('c');
        final float[] values = new float[(int)rows.length()];
        Scratch.pointer(rows).get(values);
        rows.close();
        if (rows != output) {
            output.close();
        }
        return values;
    }

    private Batch batch(final int images) {
        if (m_batch == null || m_batch.images() != images) {
            if (m_batch != null) {
                m_batch.close();
            }
            m_batch = Batch.of(images, m_spec);
        }
        return m_batch;
    }

    /** Native memory for the images and label rows of one batch, outside all workspaces. */
    private record Batch(int images, INDArray pixels, INDArray rows) {

        static Batch of(final int images, final NetworkSpec spec) {
            return new Batch(images,
                Nd4j.createUninitializedDetached(DataType.FLOAT, images, spec.input().channels(),
                    spec.input().height(), spec.input().width()),
                Nd4j.createUninitializedDetached(DataType.FLOAT, images, spec.classes()));
        }

        INDArray[] pixelsOnly() {
            return new INDArray[]{pixels};
        }

        void close() {
            pixels.close();
            rows.close();
        }
    }
}
