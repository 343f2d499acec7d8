// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Settings;
import org.frugalvision.engine.run.Wording;

/** One step that takes no channels: single weights become 0, or dense layers lose rank. No image is looked at. */
final class SizeStep {

    private final Network m_network;

    private final PruningSettings m_settings;

    private final int m_number;

    SizeStep(final Network network, final PruningSettings settings, final int number) {
        m_network = network;
        m_settings = settings;
        m_number = number;
    }

    Network smaller(final Target target, final RunControl run) throws CanceledException {
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final double left = m_settings.schedule().left(m_number, m_settings.share());
        final Network smaller = m_settings.removed() == Removed.WEIGHTS
            ? WeightStep.sparse(m_network, left, m_settings.allocation() == Allocation.GLOBAL)
            : lowRank(target, left, run);
        final Map<String, String> keys = new TreeMap<>();
        keys.put("network", m_network.hash());
        keys.put("removed", Settings.text(m_settings.removed()));
        keys.put("allocation", Settings.text(m_settings.allocation()));
        keys.put("share", Double.toString(left));
        keys.put("result", smaller.hash());
        final Provenance work =
            new Provenance("prune", keys, m_settings.seed(), "", EngineVersion.CURRENT);
        return PruningHistory.with(smaller, work, CostEntry.of(CostEntry.idOf("prune", work),
            "Pruning: step %d (energy: estimate at %s W per busy core)".formatted(m_number,
                Wording.value(CostEntry.WATTS_PER_CORE)))
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds()));
    }

    private Network lowRank(final Target target, final double left, final RunControl run) throws CanceledException {
        final LowRank layers = new LowRank(m_network);
        return layers.of(target.widest(left, layers.widths(), layers::of, run));
    }
}
