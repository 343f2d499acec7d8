// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostLedger;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.train.FitResult;
import org.frugalvision.engine.train.Recipe;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingMethod;
import org.frugalvision.engine.train.TrainingSettings;

/**
 * A pruning: everything that decides about its result. The same pruning gives the same bits on one kind of processor,
 * unless time is the target.
 *
 * @param network a trained network; stays as it is
 * @param images labelled training images, for criteria that look at some and for fine-tuning
 * @param validation labelled images on which each network on the way is measured; needed for rollback
 * @param settings how to prune
 * @param fineTuning how the network is trained after each step; empty: not at all
 * @param recipe methods that take part in fine-tuning
 */
public record Pruning(Network network, ImageSet images, Optional<ImageSet> validation, PruningSettings settings,
    Optional<TrainingSettings> fineTuning, Recipe recipe) {

    /**
     * Prunes. Cost: of each step what the criterion and fine-tuning cost, and a pass of the validation images before
     * and after fine-tuning; at the end 15 short passes of noise through all networks to measure their times.
     *
     * @param run progress, and cancel within one batch
     * @return the smaller network and all steps; with rollback, the last network that was good enough
     * @throws CanceledException if the work was canceled
     * @throws DataException if the network is untrained, has nothing to prune, or images do not fit it
     * @throws org.frugalvision.engine.run.SettingsException if the target cannot be reached or a layer to keep is not
     *             there
     */
    public PruningResult prune(final RunControl run) throws CanceledException {
        check();
        final Network whole = fitted(network, images);
        final Target target = new Target(whole, settings);
        final List<Candidate> candidates = new ArrayList<>(List.of(start(whole, run)));
        Candidate best = candidates.get(0);
        for (int step = 1; step <= settings.schedule().count(); step++) {
            final double from = (step - 1.0) / settings.schedule().count();
            final Candidate next = step(best.network(), target, step, candidates.get(0).after(),
                run.part(from * 0.95, 0.95 * step / settings.schedule().count()));
            candidates.add(next);
            if (!next.kept()) {
                break;
            }
            best = next;
        }
        final Candidate last = candidates.get(candidates.size() - 1);
        final CostLedger all = last.network().history().ledger().union(best.network().history().ledger());
        return new PruningResult(PruningHistory.with(best.network(), all), measured(candidates, run),
            last.kept() ? List.of() : List.of(rolledBack(candidates.size() - 1)));
    }

    private void check() {
        if (!network.trained()) {
            throw new DataException("Network", "it was not trained yet, so no channel is known to matter less than "
                + "another.", "Train it first.");
        }
        if (settings.rollback() && validation.isEmpty()) {
            throw new DataException("Validation images", "rollback needs them, but there are none.",
                "Connect a table of validation images.", "Switch Rollback off.");
        }
        validation.ifPresent(set -> requireImages("Validation images", set));
        requireImages("Training images", images);
    }

    private static void requireImages(final String title, final ImageSet set) {
        if (set.size() == 0) {
            throw new DataException(title, "there are none.", "Connect a table that has rows.");
        }
    }

    private static Network fitted(final Network network, final ImageSet images) {
        final Network fitted = network.forImages(images.shape(), "Training images");
        fitted.labels(images);
        return fitted;
    }

    private Candidate start(final Network whole, final RunControl run) throws CanceledException {
        CostLedger ledger = CostLedger.empty();
        OptionalDouble accuracy = OptionalDouble.empty();
        if (validation.isPresent()) {
            final Accuracy measured = Accuracy.of(whole, validation.get(), settings.threads(), run.part(0, 0));
            accuracy = OptionalDouble.of(measured.share());
            ledger = ledger.plus(measured.cost());
        }
        return new Candidate(PruningHistory.with(whole, whole.history().ledger().union(ledger)), accuracy, accuracy,
            ledger, true);
    }

    private Candidate step(final Network before, final Target target, final int number, final OptionalDouble floor,
        final RunControl run) throws CanceledException {
        final Network smaller = settings.removed() == Removed.CHANNELS
            ? new PruningStep(before, images, settings, number, run.part(0, 0.2)).smaller(target)
            : new SizeStep(before, settings, number).smaller(target, run.part(0, 0.2));
        Network tuned = smaller;
        if (fineTuning.isPresent()) {
            final FitResult fit =
                new Training(smaller, images, Optional.empty(), fineTuning.get(), methods(), Optional.empty())
                    .fit(run.part(0.2, 0.9));
            tuned = fit.network();
        }
        CostLedger ledger = tuned.history().ledger();
        OptionalDouble first = OptionalDouble.empty();
        OptionalDouble second = OptionalDouble.empty();
        if (validation.isPresent()) {
            final Accuracy untuned = Accuracy.of(smaller, validation.get(), settings.threads(), run.part(0.9, 0.95));
            final Accuracy after = Accuracy.of(tuned, validation.get(), settings.threads(), run.part(0.95, 1));
            first = OptionalDouble.of(untuned.share());
            second = OptionalDouble.of(after.share());
            ledger = ledger.plus(untuned.cost()).plus(after.cost());
        }
        final boolean good =
            !settings.rollback() || second.getAsDouble() >= floor.getAsDouble() - settings.allowedLoss() - 1e-12;
        return new Candidate(PruningHistory.with(tuned, ledger), first, second,
            PruningHistory.difference(ledger, before.history().ledger()), good);
    }

    /** Weights that are 0 stay so. */
    private Recipe methods() {
        if (settings.removed() != Removed.WEIGHTS) {
            return recipe;
        }
        final List<TrainingMethod> methods = new ArrayList<>(recipe.methods());
        methods.add(new WeightMask());
        return new Recipe(methods);
    }

    private List<PruningResult.Step> measured(final List<Candidate> candidates, final RunControl run)
        throws CanceledException {
        final List<Footprint> footprints = Footprint.of(candidates.stream().map(Candidate::network).toList(),
            settings.batchSize(), run.part(0.95, 1));
        return IntStream.range(0, footprints.size()).mapToObj(i -> candidates.get(i).step(i, footprints.get(i)))
            .toList();
    }

    private String rolledBack(final int step) {
        final String what = step == 1 ? "so the network stays as it was" : "so that of step " + (step - 1) + " stays";
        return "Step %d lost more than the allowed %s of validation accuracy, %s. Allow more, take more steps or train "
            .formatted(step, Wording.value(settings.allowedLoss()), what)
            + "longer after each of them.";
    }
}
