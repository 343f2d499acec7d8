// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkHistory;
import org.frugalvision.engine.network.Traffic;
import org.frugalvision.engine.run.Provenance;
import org.frugalvision.engine.run.Wording;

/** States what a training costs, beforehand and afterwards, and makes its result. */
final class TrainingCost {

    private final Network m_network;

    private final LabelledImages m_images;

    private final TrainingSettings m_settings;

    private final long m_validationImages;

    private final int m_threads;

    private final Provenance m_provenance;

    TrainingCost(final Network start, final LabelledImages images, final Optional<LabelledImages> validation,
        final TrainingSettings settings, final Recipe recipe, final int threads) {
        m_network = start;
        m_images = images;
        m_validationImages = validation.map(set -> set.set().size()).orElse(0);
        m_threads = threads;
        m_settings = settings;
        m_provenance = TrainingIdentity.of(start, images, validation, settings, recipe);
    }

    Provenance provenance() {
        return m_provenance;
    }

    /** What all epochs cost, as far as the budgets allow. */
    Estimate estimate(final WarmUp warmUp) {
        final long parameters = m_network.spec().parameters();
        final long perEpoch = warmUp.epoch().images();
        final long planned = Math.max(1, affordable(m_settings.epochs() * perEpoch, warmUp));
        final long epochs = (planned + perEpoch - 1) / perEpoch;
        final long scored = m_validationImages * epochs;
        final Work trained = warmUp.work().scaled(warmUp.planned(), planned);
        final Work all = new Work(trained.trained(), trained.scored() + scored, warmUp.epoch().batches(planned),
            trained.forwardMacs() + scored * m_network.spec().multiplyAdds(), trained.backwardMacs());
        final CostEntry work = CostEntry.of("estimate", "Estimate from the first batches of this training: %s"
            .formatted(Wording.count(parameters, "parameter", "parameters")));
        final double seconds = warmUp.secondsPerImage() * (planned + scored / 3.0);
        return new Estimate(parameters,
            Traffic.of(m_network.spec()).in(all.in(work)).withPeakBytes(warmUp.bytes())
                .withSeconds(seconds, seconds * m_threads));
    }

    private long affordable(final long images, final WarmUp warmUp) {
        final StoppingSettings budget = m_settings.stopping();
        final long within = budget.images() == 0 ? images
            : Math.min(images, budget.images() * warmUp.planned() / Math.max(1, warmUp.work().trained()));
        return budget.seconds() == 0 ? within
            : Math.min(within, (long)(budget.seconds() / warmUp.secondsPerImage()));
    }

    /** Of a training that has ended. */
    FitResult result(final Improvement.Best best, final TrainingState state, final Map<String, double[]> outcomes) {
        final CostEntry entry = CostEntry.of(CostEntry.idOf("train", m_provenance),
            "Training: %s of %s (energy: estimate at %s W per busy core)".formatted(
                Wording.count(state.epochs().size(), "epoch", "epochs"),
                Wording.count(m_images.set().size(), "image", "images"), Wording.value(CostEntry.WATTS_PER_CORE)));
        final TrainingState.Spent spent = state.spent();
        final CostEntry cost = Traffic.of(m_network.spec()).in(spent.work().in(entry)).withPeakBytes(spent.peakBytes())
            .withSeconds(spent.seconds(), spent.cpuSeconds());
        final NetworkHistory before = m_network.history();
        final List<CostEntry> entries = new ArrayList<>(List.of(labels()));
        entries.addAll(spent.others());
        entries.add(cost);
        final NetworkHistory history = before.trained(m_images.prior(m_network.classes().size()), m_provenance,
            before.ledger().union(CostLedger.of(entries)));
        final Network network = new Network(m_network.spec(), m_network.classes(), best.weights(), history);
        return new FitResult(network, state.epochs(), cost, best.epoch(), state.ending().get(),
            estimate(state.warmUp()), ids(), outcomes, TrainingWarnings.of(network, m_images, state));
    }

    private List<String> ids() {
        return IntStream.range(0, m_images.set().size()).mapToObj(m_images.set()::id).toList();
    }

    /** Labels are an entry of their own, so that training twice on the same images does not count them twice. */
    private CostEntry labels() {
        final String id = "labels-" + m_provenance.dataFingerprint().substring(0, 16);
        return CostEntry.of(id, "Labels of " + Wording.count(m_images.set().size(), "image", "images"))
            .withLabels(m_images.set().size());
    }
}
