// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.kernel.Nd4jNormalisation.Statistics;
import org.frugalvision.engine.network.Activated;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.BatchNormalization;
import org.frugalvision.engine.network.Graph;
import org.frugalvision.engine.network.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A part that ND4J computes, in an {@link Nd4jMemory} that others use at other times. */
final class Nd4jPart implements Part {

    private final Nd4jPool m_pool;

    private final Graph m_graph;

    private final Nd4jMemory m_memory;

    private final Nd4jOperation[] m_operations;

    private final INDArray[] m_maps;

    /** By the output of each place. */
    private final INDArray[] m_gradients;

    /** Shares of normalisations in the gradient by their inputs, until they are whole. */
    private final INDArray[] m_shares;

    /** By place, what went into an activation whose way back needs it. */
    private final INDArray[] m_before;

    private final INDArray[][] m_weightGradients;

    /** How often each map will still be read forward. */
    private final int[] m_readings;

    /** How many shares the gradient by the pixels lacks. */
    private int m_missing;

    private Batch m_batch;

    private Cut m_cut;

    Nd4jPart(final Nd4jPool pool, final Nd4jMemory memory) {
        m_pool = pool;
        m_graph = pool.graph();
        m_memory = memory;
        final int places = m_graph.last() + 1;
        m_operations = new Nd4jOperation[places];
        for (int place = 1; place < places; place++) {
            m_operations[place] = m_graph.layer(place) instanceof BatchNormalization ? null
                : Nd4jLayers.operation(m_graph, place);
        }
        m_maps = new INDArray[places];
        m_gradients = new INDArray[places];
        m_shares = new INDArray[places];
        m_before = new INDArray[places];
        m_weightGradients = new INDArray[places][];
        m_readings = new int[places];
    }

    @Override
    public void begin(final Batch batch, final int number, final int first, final int images) {
        m_batch = batch;
        m_cut = new Cut(number, first, images);
        m_memory.reset();
        for (final INDArray[] arrays : List.of(m_maps, m_gradients, m_shares, m_before)) {
            Arrays.fill(arrays, null);
        }
        Arrays.fill(m_weightGradients, null);
        Arrays.fill(m_readings, 0);
        for (int place = 1; place <= m_graph.last(); place++) {
            for (final int input : m_graph.inputs(place)) {
                m_readings[input]++;
            }
        }
        m_missing = m_readings[0];
        final int size = m_graph.shape(0).size();
        m_maps[0] = take(0);
        m_pool.transfers().upload(Crossing.IMAGES, batch.pixels().values(), first * size, images * size, m_maps[0]);
        if (batch.outputs().containsKey(0)) {
            System.arraycopy(batch.pixels().values(), first * size, batch.outputs().get(0), first * size,
                images * size);
        }
    }

    @Override
    public void run(final Step step) {
        switch (step.work()) {
            case MEASURE -> measure(step.place());
            case FORWARD -> forward(step.place());
            case BACKWARD, SUM -> backward(step.place());
            case SPREAD -> spread(step.place());
        }
    }

    @Override
    public void putLoss(final float[] gradient) {
        m_gradients[m_graph.last()] = take(m_graph.last());
        m_pool.transfers().upload(Crossing.LOSS, gradient, m_gradients[m_graph.last()]);
    }

    @Override
    public int first() {
        return m_cut.first();
    }

    @Override
    public int images() {
        return m_cut.images();
    }

    /** Of a place that is no normalisation, by its weights, in the order of its tensors. */
    INDArray[] weightGradients(final int place) {
        return m_weightGradients[place];
    }

    private void measure(final int place) {
        final float[][] statistics = normalisation(place).measure(input(place), work(place));
        m_batch.statistics().get(place).measured(m_cut.number(), m_cut.images(), statistics[0], statistics[1]);
    }

    private void forward(final int place) {
        final INDArray out = take(place);
        if (m_operations[place] == null) {
            normalisation(place).forward(input(place), out, statistics(place),
                m_pool.weights().values(m_graph.tensors(place).get(1)), work(place));
        } else {
            m_operations[place].forward(inputs(place), out, work(place));
        }
        final Activation activation = Activated.of(m_graph.layer(place));
        if (goesBack() && !activation.invertible()) {
            m_before[place] = out;
            m_maps[place] = take(place);
        } else {
            m_maps[place] = out;
        }
        Nd4jActivation.forward(activation, out, m_maps[place], m_memory);
        keepOutput(place);
        for (final int input : m_graph.inputs(place)) {
            m_readings[input]--;
            if (m_readings[input] == 0 && !goesBack()) {
                m_memory.giveBack(m_maps[input]);
            }
        }
    }

    private boolean goesBack() {
        return !m_pool.schedule().backward().isEmpty();
    }

    private void keepOutput(final int place) {
        if (m_batch.outputs().containsKey(place)) {
            final int size = m_graph.shape(place).size();
            m_pool.transfers().download(Crossing.OUTPUTS, m_maps[place], m_batch.outputs().get(place),
                m_cut.first() * size, m_cut.images() * size);
        }
    }

    private void backward(final int place) {
        final Activation activation = Activated.of(m_graph.layer(place));
        Nd4jActivation.backward(activation, activation.invertible() ? m_maps[place] : m_before[place],
            m_gradients[place], m_memory);
        final List<Integer> inputs = m_graph.inputs(place);
        final INDArray[] shares = new INDArray[inputs.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = m_pool.schedule().needed(inputs.get(i)) ? take(inputs.get(i)) : null;
        }
        if (m_operations[place] == null) {
            m_batch.statistics().get(place).summed(m_cut.number(), normalisation(place).backward(input(place),
                m_gradients[place], shares[0], statistics(place), work(place)));
        } else {
            m_weightGradients[place] = m_graph.tensors(place).stream()
                .map(tensor -> m_memory.take(Nd4jWeights.shape(tensor))).toArray(INDArray[]::new);
            m_operations[place].backward(inputs(place), m_gradients[place], shares, work(place),
                m_weightGradients[place]);
        }
        m_memory.giveBack(m_gradients[place]);
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
        normalisation(place).spread(input(place), m_shares[place], statistics.factors(), statistics.summands(),
            work(place));
        deliver(m_graph.inputs(place).get(0), m_shares[place]);
    }

    private void deliver(final int place, final INDArray share) {
        if (share == null) {
            return;
        }
        if (m_gradients[place] == null) {
            m_gradients[place] = share;
        } else {
            Nd4jCalls.add(m_gradients[place], share, m_gradients[place]);
            m_memory.giveBack(share);
        }
        if (place == 0 && --m_missing == 0) {
            final int size = m_graph.shape(0).size();
            m_pool.transfers().download(Crossing.INPUT_GRADIENT, m_gradients[0], m_batch.inputGradient(),
                m_cut.first() * size, m_cut.images() * size);
        }
    }

    private Statistics statistics(final int place) {
        final List<Tensor> tensors = m_graph.tensors(place);
        final float[] scale = m_pool.weights().values(tensors.get(0));
        if (m_pool.schedule().measured(place)) {
            final BatchStatistics statistics = m_batch.statistics().get(place);
            return new Statistics(statistics.mean(), statistics.variance(), scale);
        }
        return new Statistics(m_pool.weights().values(tensors.get(2)), m_pool.weights().values(tensors.get(3)), scale);
    }

    private Nd4jNormalisation normalisation(final int place) {
        return new Nd4jNormalisation((BatchNormalization)m_graph.layer(place));
    }

    private Nd4jWork work(final int place) {
        return new Nd4jWork(m_memory, m_pool.transfers(),
            new ArrayBatch(m_pool.images(), m_batch.place() + m_cut.first(), m_batch.mode().dropout(),
                m_batch.mode().noise()),
            m_pool.weights().of(place));
    }

    private INDArray input(final int place) {
        return m_maps[m_graph.inputs(place).get(0)];
    }

    private INDArray[] inputs(final int place) {
        return m_graph.inputs(place).stream().map(input -> m_maps[input]).toArray(INDArray[]::new);
    }

    private INDArray take(final int place) {
        return m_memory.take(m_pool.images(), m_graph.shape(place));
    }
}
