// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/**
 * Counts what it costs to send images through a network. The same images through the same network are the same work,
 * whether probabilities or embeddings were wanted and whoever wanted them: so it counts once. Images may come in
 * several sets; how images of one size are parted does not matter.
 */
public final class PredictionCost {

    private final Network m_network;

    private final Fingerprint m_images = new Fingerprint();

    private final long m_start = System.nanoTime();

    private final CpuTime m_cpu = CpuTime.ofProcess();

    private long m_scored;

    private long m_multiplyAdds;

    /** @param network the network; the work starts now */
    public PredictionCost(final Network network) {
        m_network = network;
    }

    /**
     * @param images images that were sent through the network
     * @param predictions what came out
     */
    public void add(final ImageSet images, final List<Prediction> predictions) {
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            m_images.add(images.id(i)).add(pixels);
        }
        m_scored += predictions.size();
        m_multiplyAdds += predictions.stream().mapToLong(Prediction::multiplyAdds).sum();
    }

    /** @return the cost of all of them; ends the counting */
    public CostEntry entry() {
        final Provenance provenance = new Provenance("predict", Map.of("network", m_network.hash(), "multiplyAdds",
            Long.toString(m_multiplyAdds)), 0, m_images.hex(), EngineVersion.CURRENT);
        return CostEntry.of(CostEntry.idOf("predict", provenance),
            "Prediction of %s (energy: estimate at %s W per busy core)".formatted(
                Wording.count(m_scored, "image", "images"), Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(m_scored, m_multiplyAdds).withSeconds((System.nanoTime() - m_start) / 1e9, m_cpu.seconds());
    }
}
