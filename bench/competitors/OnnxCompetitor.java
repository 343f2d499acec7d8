// SPDX-License-Identifier: Apache-2.0

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

/** ONNX Runtime, prediction only, from batches that lie ready in native memory. */
final class OnnxCompetitor implements Competitor {

    private final BenchNetwork m_network;

    private final OrtEnvironment m_environment = OrtEnvironment.getEnvironment();

    private final OrtSession m_session;

    private final OnnxTensor m_images;

    /** @param folder with predict.onnx */
    OnnxCompetitor(final BenchNetwork network, final int threads, final Path folder) throws Exception {
        m_network = network;
        final OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0"); // as for the others: OMP_WAIT_POLICY
        m_session = m_environment.createSession(folder.resolve("predict.onnx").toString(), options);
        final FloatBuffer pixels = ByteBuffer.allocateDirect(Float.BYTES * BenchNetwork.BATCH * network.shape().size())
            .order(ByteOrder.nativeOrder()).asFloatBuffer();
        final var images = network.images(1);
        final float[] image = new float[network.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, image, 0);
            pixels.put(image);
        }
        m_images = OnnxTensor.createTensor(m_environment, pixels.rewind(), new long[]{BenchNetwork.BATCH,
            network.shape().channels(), network.shape().height(), network.shape().width()});
    }

    @Override
    public Measurement train() {
        throw new UnsupportedOperationException("ONNX Runtime only predicts.");
    }

    @Override
    public Measurement predict() throws Exception {
        final Measurement start = Measurement.now(0);
        for (int i = 0; i < m_network.predictionBatches(); i++) {
            m_session.run(Map.of("images", m_images)).close();
        }
        return Measurement.now((long)m_network.predictionBatches() * BenchNetwork.BATCH).since(start);
    }
}
