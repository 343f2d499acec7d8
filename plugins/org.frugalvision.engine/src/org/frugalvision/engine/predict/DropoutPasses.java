// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Dropout;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Sends images through a network several times with dropout on (Monte Carlo dropout; Gal and Ghahramani 2016,
 * arXiv:1506.02142); normalisation uses its running statistics, as when the network is applied. What is dropped follows
 * from the seed, the pass and each image's place: equal bits on any number of threads.
 */
public final class DropoutPasses {

    private final Network m_network;

    private final InferenceSettings m_settings;

    private final int m_passes;

    private final long m_seed;

    private List<CostEntry> m_cost = List.of();

    /**
     * @param network has a dropout layer, or {@link #probabilities} refuses
     * @param settings batch size and threads
     * @param passes 2 to 1,000
     * @param seed decides what is dropped
     * @throws SettingsException if the number of passes is out of range
     */
    public DropoutPasses(final Network network, final InferenceSettings settings, final int passes, final long seed) {
        check(passes);
        m_network = network;
        m_settings = settings;
        m_passes = passes;
        m_seed = seed;
    }

    /**
     * @param passes 2 to 1,000
     * @throws SettingsException if the number of passes is out of range
     */
    public static void check(final int passes) {
        if (passes < 2 || passes > 1000) {
            throw new SettingsException("Passes with dropout", "must be at least 2 and at most 1,000", passes,
                "Start with 10.");
        }
    }

    /**
     * @param spec of a network
     * @throws DataException if it has no dropout layer
     */
    public static void check(final NetworkSpec spec) {
        if (spec.nodes().stream().noneMatch(node -> node.layer() instanceof Dropout)) {
            throw new DataException("Network", "it has no dropout layer, so all passes with dropout would be equal.",
                "Train an architecture with dropout.",
                "Choose a method that looks at one prediction only, such as \"Margin\".");
        }
    }

    /**
     * Cost: O(passes x images x multiply-adds); 8 bytes x images x passes x classes in memory.
     *
     * @param images images that the network takes
     * @param run progress and cancel, within one batch
     * @return probabilities of the classes: image, pass, class; every row sums to 1
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network has no dropout layer or does not take the images
     */
    public double[][][] probabilities(final ImageSet images, final RunControl run) throws CanceledException {
        check(m_network.spec());
        final double[][][] probabilities = new double[images.size()][m_passes][];
        if (images.size() > 0) {
            try (Compute.Lease lease = Compute.lease(run)) {
                compute(images, probabilities, run);
            }
        }
        return probabilities;
    }

    private void compute(final ImageSet images, final double[][][] probabilities, final RunControl run)
        throws CanceledException {
        final NetworkSpec spec = m_network.specFor(images.shape(), Wording.row(images.id(0)));
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        try (PreparedNetwork prepared = PreparedNetwork.whole(m_network, spec, m_settings.batchSize(spec),
            Compute.threads(m_settings.threads()))) {
            for (int pass = 0; pass < m_passes; pass++) {
                final int number = pass;
                final long noise = Seeds.of(m_seed).named("dropout").child("pass " + pass).asLong();
                prepared.dropout(images, noise, (first, count, values) -> {
                    final int classes = values[0].length / count;
                    for (int i = 0; i < count; i++) {
                        probabilities[first + i][number] =
                            m_network.labelling().probabilities(values[0], i * classes, classes);
                    }
                }, run.part((double)pass / m_passes, (pass + 1.0) / m_passes));
            }
        }
        m_cost = List.of(entry(images, spec).withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds()));
    }

    private CostEntry entry(final ImageSet images, final NetworkSpec spec) {
        final Fingerprint fingerprint = new Fingerprint();
        final float[] pixels = new float[images.shape().size()];
        for (int i = 0; i < images.size(); i++) {
            images.readPixels(i, pixels, 0);
            fingerprint.add(images.id(i)).add(pixels);
        }
        final long scored = (long)m_passes * images.size();
        final Provenance provenance = new Provenance("dropout", Map.of("network", m_network.hash(), "passes",
            Integer.toString(m_passes)), m_seed, fingerprint.hex(), EngineVersion.CURRENT);
        return Traffic.of(spec).in(CostEntry.of(CostEntry.idOf("dropout", provenance),
            "%s of %s with dropout (energy: estimate at %s W per busy core)".formatted(
                Wording.count(m_passes, "pass", "passes"), Wording.count(images.size(), "image", "images"),
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(scored, scored * spec.multiplyAdds()));
    }

    /** @return what the passes have cost; nothing before they are made */
    public List<CostEntry> cost() {
        return m_cost;
    }
}
