// SPDX-License-Identifier: Apache-2.0

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.image.ImageSet;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * DL4J's own layers, updater and loop, with oneDNN switched on, from batches that lie ready in native memory; more
 * threads than one are OpenMP's.
 */
final class Dl4jCompetitor implements Competitor {

    private final BenchNetwork m_network;

    private final ComputationGraph m_graph;

    private final List<DataSet> m_batches = new ArrayList<>();

    Dl4jCompetitor(final BenchNetwork network, final int threads) {
        Backend.start();
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(threads);
        Nd4j.factory().blas().setMaxThreads(threads);
        m_network = network;
        m_graph = network == BenchNetwork.LENET ? Dl4jGraphs.lenet() : Dl4jGraphs.resnet8();
        final ImageSet images = network.images(network.trainingBatches());
        for (int from = 0; from < images.size(); from += BenchNetwork.BATCH) {
            m_batches.add(batch(images, from));
        }
    }

    @Override
    public Measurement train() {
        final Measurement start = Measurement.now(0);
        m_batches.forEach(m_graph::fit);
        return Measurement.now((long)m_batches.size() * BenchNetwork.BATCH).since(start);
    }

    @Override
    public Measurement predict() {
        final Measurement start = Measurement.now(0);
        for (int i = 0; i < m_network.predictionBatches(); i++) {
            m_graph.outputSingle(m_batches.get(i % m_batches.size()).getFeatures()).close();
        }
        return Measurement.now((long)m_network.predictionBatches() * BenchNetwork.BATCH).since(start);
    }

    private static DataSet batch(final ImageSet images, final int from) {
        final int size = images.shape().size();
        final float[] pixels = new float[BenchNetwork.BATCH * size];
        final float[] rows = new float[BenchNetwork.BATCH * BenchNetwork.CLASSES];
        for (int i = 0; i < BenchNetwork.BATCH; i++) {
            images.readPixels(from + i, pixels, i * size);
            rows[BenchNetwork.CLASSES * i + images.label(from + i)] = 1;
        }
        return new DataSet(
            Nd4j.create(pixels, new long[]{BenchNetwork.BATCH, images.shape().channels(), images.shape().height(),
                images.shape().width()}, 'c'),
            Nd4j.create(rows, new long[]{BenchNetwork.BATCH, BenchNetwork.CLASSES}, 'c'));
    }
}
