// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.Optional;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/** Counts what a training costs while it runs, and makes its result. */
final class TrainingCost {

    private final Network m_network;

    private final LabelledImages m_images;

    private final TrainingSettings m_settings;

    private final long m_validationImages;

    private final boolean m_scoresBatches;

    private final int m_threads;

    private final Provenance m_provenance;

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

    /** What all epochs cost, as far as the budgets allow. */
    Estimate estimate(final WarmUp warmUp) {
        final long parameters = m_network.spec().parameters();
        final long size = m_images.set().size();
        final long trained = Math.max(1, affordable(m_settings.epochs() * size, warmUp.secondsPerImage()));
        final long epochs = (trained + size - 1) / size;
        final long scored = m_validationImages * epochs;
        final long updates = trained / size * batches(size) + batches(trained % size);
        final CostEntry work = CostEntry.of("estimate", "Estimate from the first batches of this training: %s"
            .formatted(Wording.count(parameters, "parameter", "parameters")));
        final double seconds = warmUp.secondsPerImage() * (trained + scored / 3.0);
        return new Estimate(parameters,
            spent(work, trained, updates, scored, warmUp.bytes()).withSeconds(seconds, seconds * m_threads));
    }

    private long affordable(final long images, final double secondsPerImage) {
        final StoppingSettings budget = m_settings.stopping();
        final long within = budget.images() == 0 ? images : Math.min(images, budget.images());
        return budget.seconds() == 0 ? within : Math.min(within, (long)(budget.seconds() / secondsPerImage));
    }

    private long batches(final long images) {
        return (images + m_settings.batchSize() - 1) / m_settings.batchSize();
    }

    private CostEntry spent(final CostEntry work, final long trained, final long updates, final long validated,
        final long bytes) {
        final long perImage = m_network.spec().multiplyAdds();
        final long scored = validated + (m_scoresBatches ? trained : 0);
        return work.withTraining(trained, updates, trained * perImage, 2 * trained * perImage)
            .withScoring(scored, scored * perImage)
            .withPeakBytes(bytes);
    }

    /** Of a training that has ended. */
    FitResult result(final Improvement.Best best, final TrainingState state) {
        final CostEntry work = CostEntry.of(CostEntry.idOf("train", m_provenance),
            "Training: %s of %s (energy: estimate at %s W per busy core)".formatted(
                Wording.count(state.epochs().size(), "epoch", "epochs"),
                Wording.count(m_images.set().size(), "image", "images"), Wording.value(CostEntry.WATTS_PER_CORE)));
        final CostEntry cost = spent(work, state.images(), state.updates(),
            m_validationImages * state.epochs().size(), state.peakBytes())
                .withSeconds(state.seconds(), state.cpuSeconds());
        final NetworkHistory before = m_network.history();
        final NetworkHistory history = before.trained(m_images.prior(m_network.classes().size()), m_provenance,
            before.ledger().plus(labels()).plus(cost));
        return new FitResult(new Network(m_network.spec(), m_network.classes(), best.weights(), history),
            state.epochs(), cost, best.epoch(), state.ending().get(), estimate(state.warmUp()));
    }

    /** Labels are an entry of their own, so that training twice on the same images does not count them twice. */
    private CostEntry labels() {
        final String id = "labels-" + m_provenance.dataFingerprint().substring(0, 16);
        return CostEntry.of(id, "Labels of " + Wording.count(m_images.set().size(), "image", "images"))
            .withLabels(m_images.set().size());
    }
}
