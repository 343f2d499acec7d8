// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Optional;

import org.frugalvision.dl4j.Backend;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/** Counts what a training costs while it runs, and makes its result. */
final class TrainingCost {

    /** Typical of a core of a desktop or server processor under load; named in every cost entry. */
    private static final double WATTS_PER_THREAD = 10;

    private final Network m_network;

    private final LabelledImages m_images;

    private final TrainingSettings m_settings;

    private final long m_validationImages;

    private final boolean m_scoresBatches;

    private final int m_threads;

    private final Provenance m_provenance;

    private long m_peakBytes;

    TrainingCost(final Network start, final LabelledImages images, final Optional<LabelledImages> validation,
        final TrainingSettings settings, final Recipe recipe, final int threads) {
        m_network = start;
        m_images = images;
        m_validationImages = validation.map(set -> set.set().size()).orElse(0);
        m_scoresBatches = recipe.wantsScores();
        m_threads = threads;
        m_settings = settings;
        m_provenance = new Provenance("train", SettingsText.of(settings, recipe, threads, start, validation),
            settings.seed(), images.set().fingerprint(), EngineVersion.CURRENT);
    }

    Provenance provenance() {
        return m_provenance;
    }

    void batchDone() {
        m_peakBytes = Math.max(m_peakBytes, Backend.start().residentBytes());
    }

    Estimate estimate(final double seconds) {
        final long perImage = m_network.spec().multiplyAdds();
        final long perEpoch = (m_scoresBatches ? 4L : 3L) * m_images.set().size() + m_validationImages;
        return new Estimate(m_network.spec().parameters(), m_settings.epochs() * perEpoch * perImage, m_peakBytes,
            seconds);
    }

    FitResult result(final Improvement.Best best, final TrainingState state, final Ending ending,
        final Estimate estimate) {
        final long perImage = m_network.spec().multiplyAdds();
        final long trained = state.images();
        final long scored = m_validationImages * state.epochs().size() + (m_scoresBatches ? trained : 0);
        final CostEntry cost = CostEntry.of(CostEntry.idOf("train", m_provenance),
            "Training: %s of %s (energy: estimate at %s W per thread)".formatted(
                Wording.count(state.epochs().size(), "epoch", "epochs"),
                Wording.count(m_images.set().size(), "image", "images"), Wording.value(WATTS_PER_THREAD)))
            .withTraining(trained, state.updates(), trained * perImage, 2 * trained * perImage)
            .withScoring(scored, scored * perImage)
            .withPeakBytes(m_peakBytes)
            .withTime(state.seconds(), state.seconds() * m_threads * WATTS_PER_THREAD / 3600);
        final NetworkHistory before = m_network.history();
        final NetworkHistory history = before.trained(m_images.prior(m_network.classes().size()), m_provenance,
            before.ledger().plus(labels()).plus(cost));
        return new FitResult(new Network(m_network.spec(), m_network.classes(), best.weights(), history),
            state.epochs(), cost, best.epoch(), ending, estimate);
    }

    /** Labels are an entry of their own, so that training twice on the same images does not count them twice. */
    private CostEntry labels() {
        final String id = "labels-" + m_provenance.dataFingerprint().substring(0, 16);
        return CostEntry.of(id, "Labels of " + Wording.count(m_images.set().size(), "image", "images"))
            .withLabels(m_images.set().size());
    }
}
