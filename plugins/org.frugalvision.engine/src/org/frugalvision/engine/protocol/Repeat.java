// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.evaluate.Evaluation;
import org.frugalvision.engine.evaluate.EvaluationBuilder;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.predict.Inference;
import org.frugalvision.engine.predict.InferenceSettings;
import org.frugalvision.engine.protocol.CurveSettings.Mode;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Budget;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.Selection;
import org.frugalvision.engine.select.SelectionSettings;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.train.FitResult;

/** One repeat of a comparison: the same seeds for all methods. */
final class Repeat {

    /** Choosing is a small part of the work. */
    private static final double CHOSEN = 0.1;

    private final BudgetCurve m_curve;

    private final int m_number;

    private final List<Integer> m_budgets;

    private final FinishedCells m_finished;

    private final CurveProgress m_progress;

    private final long m_seed;

    private final Optional<PoolAnswers.Judge> m_judge;

    /** The first round, which all methods share; unset until one asks for it. */
    private FitResult m_first;

    private int[] m_firstImages;

    private CostEntry m_firstCost;

    Repeat(final BudgetCurve curve, final int number, final List<Integer> budgets, final FinishedCells finished,
        final CurveProgress progress) {
        m_curve = curve;
        m_number = number;
        m_budgets = budgets;
        m_finished = finished;
        m_progress = progress;
        m_seed = Seeds.of(curve.settings().seed()).named("curve").child("repeat " + number).asLong();
        m_judge = curve.judge().map(network -> PoolAnswers.Judge.of(network, curve.pool(), m_seed));
    }

    /** Each budget for itself. */
    List<CurveOutcome> subsets(final Choice method) throws CanceledException {
        final List<CurveOutcome> outcomes = new ArrayList<>();
        for (final int budget : m_budgets) {
            final var cell = new CurveCell(method, budget, m_number);
            final Optional<CurveOutcome> known = m_finished.find(cell);
            outcomes.add(known.isPresent() ? found(known.get()) : subset(cell, m_progress.next()));
        }
        return outcomes;
    }

    private CurveOutcome subset(final CurveCell cell, final RunControl run) throws CanceledException {
        final RunControl choosing = run.part(0, CHOSEN);
        final SelectionSettings.Result result = select(cell.method(), cell.budget(),
            PoolAnswers.of(m_curve.pool(), m_judge, true, choosing), choosing);
        final int[] chosen = result.selection().indices();
        final FitResult fit = fromScratch(chosen, run.part(CHOSEN, 1));
        return finish(cell, fit, chosen, result.ledger().total());
    }

    /** Each budget goes on from the one before. */
    List<CurveOutcome> rounds(final Choice method) throws CanceledException {
        final List<CurveOutcome> outcomes = new ArrayList<>();
        Optional<Network> network = Optional.empty();
        for (final int budget : m_budgets) {
            final var cell = new CurveCell(method, budget, m_number);
            final Optional<CurveOutcome> known = m_finished.find(cell);
            if (known.isPresent()) {
                outcomes.add(found(known.get()));
                network = Optional.empty();
                continue;
            }
            final RunControl run = m_progress.next();
            final FitResult fit;
            if (outcomes.isEmpty()) {
                fit = first(run);
                outcomes.add(finish(cell, fit, m_firstImages, m_firstCost));
            } else {
                final CurveOutcome before = outcomes.get(outcomes.size() - 1);
                final Network last =
                    network.isPresent() ? network.get() : again(outcomes, run.part(0, CHOSEN));
                final RunControl choosing = run.part(CHOSEN, 2 * CHOSEN);
                final SelectionSettings.Result result = more(cell, before.chosen(), last, choosing);
                final int[] chosen = joined(before.chosen(), result.selection().indices());
                fit = m_curve.settings().mode() == Mode.ROUNDS ? fromScratch(chosen, run.part(2 * CHOSEN, 1))
                    : m_curve.training().goOn(last, m_curve.pool().subset(chosen), m_seed, run.part(2 * CHOSEN, 1));
                outcomes.add(finish(cell, fit, chosen, before.cost().plus(result.ledger().total())));
            }
            network = Optional.of(fit.network());
        }
        return outcomes;
    }

    /** All methods start from the same images; they are chosen and learned once. */
    private FitResult first(final RunControl run) throws CanceledException {
        if (m_first == null) {
            final RunControl choosing = run.part(0, CHOSEN);
            final SelectionSettings.Result result = select(m_curve.settings().initial(), m_budgets.get(0),
                PoolAnswers.of(m_curve.pool(), Optional.empty(), false, choosing), choosing);
            m_firstImages = result.selection().indices();
            m_firstCost = result.ledger().total();
            m_first = fromScratch(m_firstImages, run.part(CHOSEN, 1));
        }
        return m_first;
    }

    /** What the network of the last finished round would choose; indices of the whole pool. */
    private SelectionSettings.Result more(final CurveCell cell, final int[] before, final Network network,
        final RunControl run) throws CanceledException {
        final int[] others = PoolAnswers.others(m_curve.pool().size(), before);
        final SelectionSettings.Result result = select(cell.method(), cell.budget() - before.length,
            PoolAnswers.ofRound(m_curve.pool().subset(others), m_curve.pool().subset(before), network, m_seed, run),
            run);
        final int[] chosen = Arrays.stream(result.selection().indices()).map(i -> others[i]).toArray();
        return new SelectionSettings.Result(new Selection(chosen, result.selection().scores()), result.ledger());
    }

    /** The network of the last of these rounds, which were finished before: the same bits as then. */
    private Network again(final List<CurveOutcome> rounds, final RunControl run) throws CanceledException {
        if (m_curve.settings().mode() == Mode.ROUNDS) {
            return fromScratch(rounds.get(rounds.size() - 1).chosen(), run).network();
        }
        Network network = fromScratch(rounds.get(0).chosen(), run).network();
        for (final CurveOutcome round : rounds.subList(1, rounds.size())) {
            network = m_curve.training().goOn(network, m_curve.pool().subset(round.chosen()), m_seed, run).network();
        }
        return network;
    }

    private SelectionSettings.Result select(final Choice method, final int budget, final Answers answers,
        final RunControl run) throws CanceledException {
        return new SelectionSettings(method, new Budget.Images(budget), false, m_seed).select(answers, run);
    }

    private FitResult fromScratch(final int[] chosen, final RunControl run) throws CanceledException {
        return m_curve.training().fromScratch(m_curve.pool().subset(chosen), m_seed, run);
    }

    private CurveOutcome found(final CurveOutcome outcome) {
        m_progress.found();
        return outcome;
    }

    /** {@code before} is what choosing and all earlier rounds have cost. */
    private CurveOutcome finish(final CurveCell cell, final FitResult fit, final int[] chosen, final CostEntry before)
        throws CanceledException {
        final Evaluation evaluation = evaluate(fit.network());
        final boolean all = m_curve.settings().mode() == Mode.SUBSETS
            && Selectors.info(cell.method().method()).needs().contains(Need.LABELS);
        final var outcome = new CurveOutcome(cell, evaluation.accuracy().orElseThrow(),
            evaluation.balancedAccuracy().orElseThrow(), chosen,
            before.plus(fit.cost()).with(Quantity.LABELS, (long)(all ? m_curve.pool().size() : chosen.length)));
        m_finished.keep(outcome);
        m_progress.done();
        return outcome;
    }

    private Evaluation evaluate(final Network network) throws CanceledException {
        final ImageSet test = m_curve.test();
        final double[][] probabilities =
            Inference.probabilities(network, test, InferenceSettings.DEFAULT, RunControl.none());
        final int[] labels = network.labels(test);
        final var evaluation = new EvaluationBuilder(network.classes());
        for (int i = 0; i < test.size(); i++) {
            final double[] p = probabilities[i];
            evaluation.add(labels[i], IntStream.range(0, p.length).reduce(0, (a, b) -> p[b] > p[a] ? b : a));
        }
        return evaluation.build();
    }

    private static int[] joined(final int[] first, final int[] second) {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }
}
