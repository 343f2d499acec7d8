// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Counts what it costs to send images through a network. The same images through the same network are the same work,
 * whether probabilities or embeddings were wanted and whoever wanted them: so it counts once. Images may come in
 * several sets; how images of one size are parted does not matter.
 */
public final class PredictionCost {

    private final Network m_network;

    private final Fingerprint m_images = new Fingerprint();

    private long m_scored;

    private long m_multiplyAdds;

    private double m_seconds;

    private double m_cpuSeconds;

    /** @param network the network */
    public PredictionCost(final Network network) {
        m_network = network;
    }

    /**
     * Predicts images and counts it; time counts from where it is their turn to be computed.
     *
     * @param predictor of the network
     * @param images images that the network takes
     * @param run see {@link Predictor#predict}
     * @return what came out
     * @throws CanceledException if the work was canceled
     */
    public List<Prediction> predict(final Predictor predictor, final ImageSet images, final RunControl run)
        throws CanceledException {
        final List<Prediction> predictions;
        try (Compute.Lease lease = Compute.lease(run)) {
            final long start = System.nanoTime();
            final CpuTime cpu = CpuTime.ofProcess();
            predictions = predictor.predict(images, run);
            m_seconds += (System.nanoTime() - start) / 1e9;
            m_cpuSeconds += cpu.seconds();
        }
        add(images, predictions);
        return predictions;
    }

    private void add(final ImageSet images, final List<Prediction> predictions) {
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            m_images.add(images.id(i)).add(pixels);
        }
        m_scored += predictions.size();
        m_multiplyAdds += predictions.stream().mapToLong(Prediction::multiplyAdds).sum();
    }

    /** @return the cost of all of them */
    public CostEntry entry() {
        final Provenance provenance = new Provenance("predict", Map.of("network", m_network.hash(), "multiplyAdds",
            Long.toString(m_multiplyAdds)), 0, m_images.hex(), EngineVersion.CURRENT);
        return Traffic.of(m_network.spec()).in(CostEntry.of(CostEntry.idOf("predict", provenance),
            "Prediction of %s (energy: estimate at %s W per busy core)".formatted(
                Wording.count(m_scored, "image", "images"), Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(m_scored, m_multiplyAdds).withSeconds(m_seconds, m_cpuSeconds));
    }
}
