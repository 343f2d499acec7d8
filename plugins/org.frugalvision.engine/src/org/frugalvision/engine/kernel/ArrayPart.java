// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.kernel.ArrayNormalisation.Statistics;
import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;

/** A part whose maps lie in arrays on the heap. */
final class ArrayPart implements Part {

    private final ArrayPool m_pool;

    private final Graph m_graph;

    private final float[][] m_maps;

    /** By the output of each place. */
    private final float[][] m_gradients;

    /** Shares of normalisations in the gradient by their inputs, until they are whole. */
    private final float[][] m_shares;

    /** By place, what went into an activation whose way back needs it. */
    private final float[][] m_before;

    private final float[][] m_weightGradients;

    private final ArrayOperation[] m_operations;

    private Batch m_batch;

    private Cut m_cut;

    ArrayPart(final ArrayPool pool) {
        m_pool = pool;
        m_graph = pool.graph();
        final int places = m_graph.last() + 1;
        m_maps = new float[places][];
        m_gradients = new float[places][];
        m_shares = new float[places][];
        m_before = new float[places][];
        m_weightGradients = new float[places][];
        m_operations = new ArrayOperation[places];
        for (int place = 0; place < places; place++) {
            m_maps[place] = new float[length(place)];
            if (place > 0 && !(m_graph.layer(place) instanceof BatchNormalization)) {
                m_operations[place] = LayerArrays.operation(m_graph, place);
                m_weightGradients[place] = new float[m_pool.weights(place).length];
            }
        }
    }

    @Override
    public void begin(final Batch batch, final int number, final int first, final int images) {
        m_batch = batch;
        m_cut = new Cut(number, first, images);
        Arrays.fill(m_gradients, null);
        final int size = m_graph.shape(0).size();
        Arrays.fill(m_maps[0], 0);
        System.arraycopy(batch.pixels().values(), first * size, m_maps[0], 0, images * size);
        keepOutput(0);
    }

    @Override
    public void run(final Step step) {
        switch (step.work()) {
            case MEASURE -> measure(step.place());
            case FORWARD -> forward(step.place());
            case BACKWARD, SUM -> backward(step.place());
            case SPREAD -> spread(step.place());
        }
        if (step.work() != Work.FORWARD && m_batch.inputGradient() != null && m_gradients[0] != null) {
            System.arraycopy(m_gradients[0], 0, m_batch.inputGradient(), m_cut.first() * m_graph.shape(0).size(),
                m_cut.images() * m_graph.shape(0).size());
        }
    }

    @Override
    public void putLoss(final float[] gradient) {
        m_gradients[m_graph.last()] = Arrays.copyOf(gradient, length(m_graph.last()));
    }

    @Override
    public int first() {
        return m_cut.first();
    }

    @Override
    public int images() {
        return m_cut.images();
    }

    /** Of a place that is no normalisation, by its weights. */
    float[] weightGradient(final int place) {
        return m_weightGradients[place];
    }

    void close() {
        for (final ArrayOperation operation : m_operations) {
            if (operation != null) {
                operation.close();
            }
        }
    }

    private void measure(final int place) {
        final float[][] statistics = normalisation(place).measure(input(place), m_cut.images());
        m_batch.statistics().get(place).measured(m_cut.number(), m_cut.images(), statistics[0], statistics[1]);
    }

    private void forward(final int place) {
        if (m_operations[place] == null) {
            normalisation(place).forward(input(place), m_maps[place], m_pool.images(), statistics(place),
                m_pool.weights(place));
        } else {
            m_operations[place].forward(inputs(place), m_maps[place], arrayBatch(), m_pool.weights(place));
        }
        final Activation activation = Activated.of(m_graph.layer(place));
        if (!activation.invertible()) {
            m_before[place] = m_maps[place].clone();
        }
        ArrayActivation.forward(activation, m_maps[place]);
        keepOutput(place);
    }

    private void keepOutput(final int place) {
        if (m_batch.outputs().containsKey(place)) {
            final int size = m_graph.shape(place).size();
            System.arraycopy(m_maps[place], 0, m_batch.outputs().get(place), m_cut.first() * size,
                m_cut.images() * size);
        }
    }

    private void backward(final int place) {
        final Activation activation = Activated.of(m_graph.layer(place));
        ArrayActivation.backward(activation, activation.invertible() ? m_maps[place] : m_before[place],
            m_gradients[place]);
        final List<Integer> inputs = m_graph.inputs(place);
        final float[][] shares = new float[inputs.size()][];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = m_pool.schedule().needed(inputs.get(i)) ? new float[length(inputs.get(i))] : null;
        }
        if (m_operations[place] == null) {
            m_batch.statistics().get(place).summed(m_cut.number(),
                normalisation(place).backward(input(place), m_gradients[place], shares[0], m_cut.images(),
                    statistics(place), m_pool.weights(place)));
        } else {
            m_operations[place].backward(inputs(place), m_gradients[place], shares, arrayBatch(),
                m_pool.weights(place), m_weightGradients[place]);
        }
        if (m_pool.schedule().measured(place)) {
            m_shares[place] = shares[0];
        } else {
            for (int i = 0; i < shares.length; i++) {
                deliver(inputs.get(i), shares[i]);
            }
        }
    }

    private void spread(final int place) {
        final BatchStatistics statistics = m_batch.statistics().get(place);
        normalisation(place).spread(input(place), m_shares[place], m_cut.images(), statistics.factors(),
            statistics.summands());
        deliver(m_graph.inputs(place).get(0), m_shares[place]);
    }

    private void deliver(final int place, final float[] share) {
        if (m_gradients[place] == null) {
            m_gradients[place] = share;
        } else if (share != null) {
            for (int i = 0; i < share.length; i++) {
                m_gradients[place][i] += share[i];
            }
        }
    }

    private Statistics statistics(final int place) {
        if (m_pool.schedule().measured(place)) {
            final BatchStatistics statistics = m_batch.statistics().get(place);
            return new Statistics(statistics.mean(), statistics.variance());
        }
        final List<Tensor> tensors = m_graph.tensors(place);
        final int channels = tensors.get(0).length();
        final float[] weights = m_pool.weights(place);
        return new Statistics(Arrays.copyOfRange(weights, 2 * channels, 3 * channels),
            Arrays.copyOfRange(weights, 3 * channels, 4 * channels));
    }

    private ArrayNormalisation normalisation(final int place) {
        return new ArrayNormalisation((BatchNormalization)m_graph.layer(place), m_graph.shape(place));
    }

    private ArrayBatch arrayBatch() {
        return new ArrayBatch(m_pool.images(), m_cut.first(), m_batch.mode().training(), m_batch.mode().noise());
    }

    private float[] input(final int place) {
        return m_maps[m_graph.inputs(place).get(0)];
    }

    private float[][] inputs(final int place) {
        return m_graph.inputs(place).stream().map(input -> m_maps[input]).toArray(float[][]::new);
    }

    private int length(final int place) {
        return m_pool.images() * m_graph.shape(place).size();
    }
}
