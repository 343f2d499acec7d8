// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.prune.CriterionInfo.Trait;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.Settings;

/** One step: channels are scored, widths are found, and the network is cut, all without fine-tuning. */
final class PruningStep {

    /** A quarter, a half and three quarters of each group are tried. */
    private static final int SCAN_PARTS = 4;

    private final Network m_network;

    private final ImageSet m_images;

    private final PruningSettings m_settings;

    private final int m_number;

    private final RunControl m_run;

    private final ChannelCriterion m_criterion;

    PruningStep(final Network network, final ImageSet images, final PruningSettings settings, final int number,
        final RunControl run) {
        m_network = network;
        m_settings = settings;
        m_number = number;
        m_run = run;
        m_criterion = Criteria.create(settings.criterion());
        m_images = ScoringImages.of(images, settings.images(), settings.seed());
    }

    /** The network itself if an earlier step, whose widths were rounded, went as far as this one shall. */
    Network smaller(final Target target) throws CanceledException {
        final double left = m_settings.schedule().left(m_number, m_settings.share());
        return m_number > 1 && target.metBy(m_network, left, m_run) ? m_network : cut(target, left);
    }

    private Network cut(final Target target, final double left) throws CanceledException {
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final List<ChannelGroup> prunable = m_settings.widths().prunable(m_network.spec());
        final PruningContext context = new PruningContext(m_network, prunable, Optional.of(m_images),
            m_settings.threads(), Seeds.of(m_settings.seed()).named("prune").child(Integer.toString(m_number)), m_run);
        final List<ChannelGroup> groups = new ArrayList<>();
        final List<double[]> scores = new ArrayList<>();
        for (final ChannelGroup group : prunable) {
            final double[] own = m_criterion.scores(group, context);
            if (own[0] < Double.POSITIVE_INFINITY) {
                groups.add(group);
                scores.add(own);
            }
        }
        if (groups.isEmpty()) {
            throw new DataException("Network", "\"%s\" needs batch normalization, but no layer that can be pruned has "
                .formatted(m_settings.info().label()) + "it.", "Choose another criterion.",
                "Train an architecture with batch normalization.");
        }
        CostLedger scan = CostLedger.empty();
        final Widths widths;
        if (m_settings.allocation() == Allocation.SENSITIVITY) {
            final SensitivityScan tried = SensitivityScan.of(m_network, groups, scores, m_images, SCAN_PARTS,
                m_settings.threads(), m_run);
            scan = tried.ledger();
            widths = Widths.sensitive(groups, tried.losses(groups.size()), m_settings.widths());
        } else {
            widths = m_settings.allocation() == Allocation.GLOBAL
                ? Widths.global(groups, scores, m_settings.info(), m_settings.widths())
                : Widths.uniform(groups, m_settings.widths());
        }
        final int[] kept = target.widest(left, widths,
            wanted -> Shrinking.of(m_network, Removal.lowest(groups, scores, wanted), false), m_run);
        final Removal removal = Removal.lowest(groups, scores, kept);
        final Network cut = Shrinking.of(rescaled(removal, context), removal, m_settings.fold());
        final Network charged = PruningHistory.with(cut, cut.history().ledger().union(scan));
        return charge(charged, context, (System.nanoTime() - start) / 1e9, cpu.seconds());
    }

    private Network rescaled(final Removal removal, final PruningContext context) throws CanceledException {
        if (!m_settings.info().has(Trait.RESCALES)) {
            return m_network;
        }
        final float[] weights = m_network.weights();
        for (int i = 0; i < removal.groups().size(); i++) {
            final ChannelGroup group = removal.groups().get(i);
            final int[] kept = removal.kept(i);
            if (kept.length < group.channels()) {
                final double[] factors = m_criterion.factors(group, kept, context);
                for (final Reading reading : Reading.of(m_network.spec().graph(), group)) {
                    reading.scale(weights, kept, factors);
                }
            }
        }
        return new Network(m_network.spec(), m_network.classes(), weights, m_network.history());
    }

    private Network charge(final Network cut, final PruningContext context, final double seconds,
        final double cpuSeconds) {
        final Map<String, String> keys = new TreeMap<>(Settings.texts(m_settings.schedule()));
        keys.put("network", m_network.hash());
        keys.put("criterion", m_settings.criterion().toString());
        keys.put("allocation", Settings.text(m_settings.allocation()));
        keys.put("quantity", Settings.text(m_settings.quantity()));
        keys.put("share", Double.toString(m_settings.share()));
        keys.put("widths", Settings.texts(m_settings.widths()).toString());
        keys.put("fold", Boolean.toString(m_settings.fold()));
        keys.put("step", Integer.toString(m_number));
        keys.put("result", cut.hash());
        final Provenance work =
            new Provenance("prune", keys, m_settings.seed(), m_images.fingerprint(), EngineVersion.CURRENT);
        final CostEntry cost = ScoringCost.of(work, "Pruning: step %d by %s".formatted(m_number,
            m_settings.info().label()), m_network.spec(), context).withSeconds(seconds, cpuSeconds);
        return PruningHistory.with(cut, work, cost);
    }
}
