// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.DropoutPasses;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.EngineVersion;
import org.frugalvision.engine.run.Fingerprint;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.Selectors;

/**
 * How accuracy grows with the number of images, for several ways to choose them. All methods of one repeat start from
 * the same weights and, in rounds, from the same first images, so that they can be compared pair by pair. Munjal et al.
 * 2022, arXiv:2002.09564; Beck et al. 2021, arXiv:2106.15324.
 *
 * @param pool labelled images to choose from
 * @param test labelled images of the same classes that every network is judged by
 * @param settings what is compared
 * @param training how networks are trained
 * @param judge a trained network that methods may ask where each budget is chosen for itself; rounds ask their own
 * @param folder where finished trainings are kept, see {@link FinishedCells}
 */
public record BudgetCurve(ImageSet pool, ImageSet test, CurveSettings settings, CurveTraining training,
    Optional<Network> judge, Optional<Path> folder) {

    /** Refuses methods that must know what is not known here, and test images that do not fit. */
    public BudgetCurve {
        if (!pool.classes().equals(test.classes())) {
            throw new DataException("Test images", "the classes must be those of the images to choose from.",
                "Connect tables with the same possible values in the label column.");
        }
        final boolean rounds = settings.inRounds();
        PoolAnswers.check("Methods", settings.methods(), rounds || judge.isPresent(), !rounds, rounds);
        if (rounds) {
            PoolAnswers.check("First images", List.of(settings.initial()), false, false, false);
        }
    }

    /**
     * Trains all networks that are not finished yet.
     *
     * @param run progress with the time left, and cancellation
     * @return all outcomes, by repeat, method and budget
     * @throws CanceledException if the work was canceled; what is finished stays in the folder
     */
    public List<CurveOutcome> run(final RunControl run) throws CanceledException {
        final List<Integer> budgets = settings.budgets().of(pool.size());
        checkDropout();
        final var finished = new FinishedCells(folder, identity(budgets, run));
        final var progress = new CurveProgress(settings.repeats() * settings.methods().size() * budgets.size(), run);
        final List<CurveOutcome> outcomes = new ArrayList<>();
        for (int repeat = 1; repeat <= settings.repeats(); repeat++) {
            final var round = new Repeat(this, repeat, budgets, finished, progress);
            for (final Choice method : settings.methods()) {
                outcomes.addAll(settings.inRounds() ? round.rounds(method) : round.subsets(method));
            }
        }
        return outcomes;
    }

    /** Refuses at once what would be refused after the trainings of the methods before. */
    private void checkDropout() {
        if (settings.methods().stream().anyMatch(method -> Selectors.info(method.method()).needs()
            .contains(Need.DROPOUT))) {
            DropoutPasses.check(settings.inRounds() ? training.starting(pool, settings.seed()).spec()
                : judge.orElseThrow().spec());
        }
    }

    /** All that an outcome depends on, beside its own cell. */
    private String identity(final List<Integer> budgets, final RunControl run) throws CanceledException {
        final var identity = new Fingerprint().add(EngineVersion.CURRENT).add(pool.fingerprint(run))
            .add(test.fingerprint(run)).add(settings.seed()).add(settings.mode().name())
            .add(training.architecture()).add(training.options().toString()).add(training.updates())
            .add(training.batchSize()).add(Double.toString(training.settings().learningRate()))
            .add(training.settings().updater().toString()).add(training.settings().classWeights().toString())
            .add(training.settings().schedule().toString()).add(Boolean.toString(training.settings().shuffle()))
            .add(training.recipe().toString());
        judge.ifPresent(network -> identity.add("judge").add(network.hash()));
        training.start().ifPresent(network -> identity.add("start").add(network.hash()));
        if (settings.inRounds()) {
            identity.add(settings.initial().toString()).add(budgets.toString());
        }
        return identity.hex();
    }
}
