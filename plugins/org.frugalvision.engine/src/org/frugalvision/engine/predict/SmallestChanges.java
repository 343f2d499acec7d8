// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.predict;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Compute;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;

/**
 * Looks for the smallest change of an image's pixels that lets a network predict another class: how far the image is
 * from the boundary of its class. Equal bits on any number of threads.
 */
public final class SmallestChanges {

    private final Network m_network;

    private final InferenceSettings m_settings;

    private final Attack m_attack;

    private List<CostEntry> m_cost = List.of();

    /** How pixels are changed, at most 50 times; values may leave the range of pixels. */
    public enum Attack {
        /**
         * To the nearest boundary of the linear network that this one is like at the image, and 2 % beyond it; ties:
         * lowest class. Moosavi-Dezfooli, Fawzi and Frossard 2016, arXiv:1511.04599.
         */
        DEEP_FOOL,
        /**
         * By 0.05 along the sign of the gradient of the loss under the predicted class. Kurakin, Goodfellow and Bengio
         * 2017, arXiv:1607.02533.
         */
        ITERATIVE
    }

    /**
     * @param network a network
     * @param settings batch size and threads
     * @param attack how pixels are changed
     */
    public SmallestChanges(final Network network, final InferenceSettings settings, final Attack attack) {
        m_network = network;
        m_settings = settings;
        m_attack = attack;
    }

    /**
     * Cost: O(rounds x images x multiply-adds), DeepFool times the number of classes; the rounds of a batch end with
     * its last image.
     *
     * @param images images that the network takes
     * @param run progress and cancel, within one batch
     * @return for each image the Euclidean length of the change, in the scale of pixels from 0 to 1;
     *         {@link Double#MAX_VALUE} where 50 rounds were not enough
     * @throws CanceledException if the work was canceled
     */
    public double[] lengths(final ImageSet images, final RunControl run) throws CanceledException {
        final double[] lengths = new double[images.size()];
        if (lengths.length == 0) {
            return lengths;
        }
        final NetworkSpec spec = m_network.specFor(images.shape(), Wording.row(images.id(0)));
        final int batchSize = m_settings.batchSize(spec);
        final Fingerprint fingerprint = new Fingerprint();
        try (Compute.Lease lease = Compute.lease(run)) {
            final long start = System.nanoTime();
            final CpuTime cpu = CpuTime.ofProcess();
            long passes = 0;
            try (PreparedNetwork prepared =
                PreparedNetwork.single(m_network, spec, batchSize, Compute.threads(m_settings.threads()))) {
                for (int first = 0; first < lengths.length; first += batchSize) {
                    final int count = Math.min(batchSize, lengths.length - first);
                    final AttackedBatch batch =
                        new AttackedBatch(prepared.replica(), images, first, count, fingerprint);
                    batch.run(m_attack, run);
                    batch.putLengths(lengths, first);
                    passes += batch.passes();
                    run.progress((double)(first + count) / lengths.length,
                        "%s of %s".formatted(Wording.value(first + count),
                            Wording.count(lengths.length, "image", "images")));
                }
            }
            m_cost = List.of(entry(fingerprint, passes, spec).withSeconds((System.nanoTime() - start) / 1e9,
                cpu.seconds()));
        }
        return lengths;
    }

    private CostEntry entry(final Fingerprint images, final long passes, final NetworkSpec spec) {
        final String name = m_attack.name();
        final Provenance provenance = new Provenance("attack", Map.of("network", m_network.hash(), "attack", name), 0,
            images.hex(), EngineVersion.CURRENT);
        return Traffic.of(spec).in(CostEntry.of(CostEntry.idOf("attack", provenance),
            "%s forward and backward for smallest changes (energy: estimate at %s W per busy core)".formatted(
                Wording.count(passes, "pass", "passes"), Wording.value(CostEntry.WATTS_PER_CORE)))
            .withScoring(passes, passes * spec.multiplyAdds())
            .with(Quantity.BACKWARD_MACS, passes * spec.multiplyAdds()));
    }

    /** @return what it has cost; nothing before it was done */
    public List<CostEntry> cost() {
        return m_cost;
    }
}
