// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.cost.CpuTime;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;

/**
 * How much each layer of a network can lose.
 *
 * @param criterion a criterion of {@link Criteria}
 * @param parts each group loses 1 / parts, 2 / parts, ... of its channels, 2 to 32
 * @param images how many images the criterion looks at, 1 to 1,000,000, drawn at random
 * @param seed from which everything drawn at random follows
 * @param threads computing threads, 0 to 256; 0: all cores but one. Changes no bit
 */
public record Sensitivity(Choice criterion, int parts, int images, long seed, int threads) {

    /** L1 norms; quarters. */
    public static final Sensitivity DEFAULT = new Sensitivity(Choice.of("l1"), 4, 500, 0, 0);

    /** Refuses an unknown criterion and values out of range. */
    public Sensitivity {
        Criteria.create(criterion);
        if (parts < 2 || parts > 32) {
            throw new SettingsException("Parts", "must be between 2 and 32", parts);
        }
        if (images < 1 || images > 1_000_000) {
            throw new SettingsException("Images for scoring", "must be between 1 and 1,000,000", images);
        }
        if (threads < 0 || threads > 256) {
            throw new SettingsException("Threads", "must be between 0 (all cores but one) and 256", threads);
        }
    }

    /**
     * Cost: O(groups x parts x images x multiply-adds).
     *
     * @param network a trained network
     * @param set labelled images on which accuracies are measured
     * @param run progress, and cancel within one batch
     * @return the scan; its ledger holds what it cost alone
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network is untrained or has nothing to prune, or the images do not fit it
     */
    public SensitivityScan of(final Network network, final ImageSet set, final RunControl run)
        throws CanceledException {
        if (!network.trained()) {
            throw new DataException("Network", "it was not trained yet, so no accuracy can fall.", "Train it first.");
        }
        if (set.size() == 0) {
            throw new DataException("Images", "there are none.", "Connect a table that has rows.");
        }
        final long start = System.nanoTime();
        final CpuTime cpu = CpuTime.ofProcess();
        final Network fitted = network.forImages(set.shape(), "Images");
        final List<ChannelGroup> groups = WidthRules.DEFAULT.prunable(fitted.spec());
        final ImageSet some = ScoringImages.of(set, images, seed);
        final PruningContext context = new PruningContext(fitted, groups, Optional.of(some), threads,
            Seeds.of(seed).named("sensitivity"), run);
        final List<double[]> scores = new ArrayList<>();
        for (final ChannelGroup group : groups) {
            scores.add(Criteria.create(criterion).scores(group, context));
        }
        final Provenance work = new Provenance("sensitivity",
            Map.of("network", fitted.hash(), "criterion", criterion.toString()), seed, some.fingerprint(),
            EngineVersion.CURRENT);
        final CostLedger scoring = CostLedger.of(List.of(ScoringCost.of(work,
            "Sensitivity: scores by " + Criteria.info(criterion.method()).label(), fitted.spec(), context)
            .withSeconds((System.nanoTime() - start) / 1e9, cpu.seconds())));
        final SensitivityScan scan = SensitivityScan.of(fitted, groups, scores, set, parts, threads, run);
        return new SensitivityScan(scan.accuracy(), scan.points(), scoring.union(scan.ledger()));
    }
}
