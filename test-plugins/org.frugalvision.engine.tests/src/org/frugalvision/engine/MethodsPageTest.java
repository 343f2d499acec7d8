// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.frugalvision.engine.architecture.ArchitectureInfo;
import org.frugalvision.engine.architecture.ArchitectureOption;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.augment.OperationInfo;
import org.frugalvision.engine.augment.Operations;
import org.frugalvision.engine.drift.DetectorInfo;
import org.frugalvision.engine.drift.DriftDetectors;
import org.frugalvision.engine.explain.ExplainerInfo;
import org.frugalvision.engine.explain.Explainers;
import org.frugalvision.engine.prune.Criteria;
import org.frugalvision.engine.prune.CriterionInfo;
import org.frugalvision.engine.recipe.TrainingMethodInfo;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.recipe.Trait;
import org.frugalvision.engine.resample.ResamplerInfo;
import org.frugalvision.engine.resample.Resamplers;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.Wording;
import org.frugalvision.engine.select.Need;
import org.frugalvision.engine.select.SelectorInfo;
import org.frugalvision.engine.select.Selectors;
import org.frugalvision.engine.train.Claim;
import org.frugalvision.engine.train.ScheduleInfo;
import org.frugalvision.engine.train.Schedules;
import org.frugalvision.engine.train.UpdaterInfo;
import org.frugalvision.engine.train.Updaters;
import org.junit.Test;

/**
 * docs/methods.md says what the registries say. Run with the environment variable WRITE_GOLDEN set, this test writes
 * the page anew.
 */
public final class MethodsPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "methods.md");

    @Test
    public void pageSaysWhatTheRegistriesSay() throws IOException {
        if (System.getenv("WRITE_GOLDEN") != null) {
            Files.writeString(PAGE, page());
        }

        assertEquals("docs/methods.md is out of date: run this test with WRITE_GOLDEN=1 in the environment.", page(),
            Files.readString(PAGE));
    }

    private static String page() {
        return """
            # Methods

            Generated from the registries of the engine by MethodsPageTest; not to be edited. Ids are stored in
            workflows and never change.

            ## Selecting images (Image Subset Selector)

            """ + Selectors.infos().stream().map(MethodsPageTest::selector).collect(Collectors.joining("\n")) + """

            Left out, because each needs another network to be trained beside the one that is wanted: VAAL (Sinha et
            al. 2019, arXiv:1904.00370), WAAL (Shui et al. 2020, arXiv:1911.09162) and learning loss (Yoo and Kweon 2019,
            arXiv:1905.03677).

            ## Rebalancing classes (Class Rebalancer)

            """ + Resamplers.infos().stream().map(MethodsPageTest::resampler).collect(Collectors.joining("\n")) + """

            ## Operations on images (Image Augmenter, run-time augmentation)

            """ + Operations.infos().stream().map(MethodsPageTest::operation).collect(Collectors.joining("\n")) + """

            ## Training methods (CNN Training Recipe)

            """ + TrainingMethods.infos().stream().map(MethodsPageTest::trainingMethod)
            .collect(Collectors.joining("\n")) + """

            ## Optimizers (CNN Learner, Learning Rate Finder, Budget Curve)

            """ + Updaters.infos().stream().map(MethodsPageTest::updater).collect(Collectors.joining("\n")) + """

            ## Schedules of the learning rate (CNN Learner)

            """ + Schedules.infos().stream().map(MethodsPageTest::schedule).collect(Collectors.joining("\n")) + """

            ## Criteria for pruning (CNN Pruner, Pruning Sensitivity)

            """ + Criteria.infos().stream().map(MethodsPageTest::criterion).collect(Collectors.joining("\n")) + """

            ## Detectors of drift (Drift Monitor)

            """ + DriftDetectors.infos().stream().map(MethodsPageTest::detector).collect(Collectors.joining("\n")) + """

            ## What a network looks at (CNN Explainer)

            """ + Explainers.infos().stream().map(MethodsPageTest::explainer).collect(Collectors.joining("\n")) + """

            ## Architectures (CNN Architecture)

            """ + Architectures.infos().stream().map(MethodsPageTest::architecture).collect(Collectors.joining("\n")) + """

            ### Options

            """ + Arrays.stream(ArchitectureOption.values()).map(option -> line(option.title(), option.verdict()))
            .collect(Collectors.joining());
    }

    private static String selector(final SelectorInfo info) {
        final var needs = info.needs().stream().map(Need::toString).sorted().collect(Collectors.joining(", "));
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Needs", needs.isEmpty() ? "nothing" : needs) //
            + line("Score", info.score()) //
            + line("Cost", info.cost()) //
            + line("Paper", info.paper());
    }

    private static String resampler(final ResamplerInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Paper", info.paper());
    }

    private static String operation(final OperationInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Magnitude", info.magnitude().isThere() ? info.magnitude().toString() : "none") //
            + line("Images", info.needsColour() ? "RGB only" : "of any number of bands") //
            + line("Paper", info.paper());
    }

    private static String trainingMethod(final TrainingMethodInfo info) {
        final var claims = info.claims().stream().map(Claim::label).sorted().collect(Collectors.joining(", "));
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Settings", defaults(TrainingMethods.create(Choice.of(info.id())).settings())) //
            + line("Cost", info.cost()) //
            + line("Decides alone", claims) //
            + line("Images with several labels", info.traits().contains(Trait.NEEDS_ONE_CLASS) ? "no" : "yes") //
            + line("Paper", info.paper());
    }

    private static String updater(final UpdaterInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Settings", defaults(Updaters.settings(info.id()).settings())) //
            + line("Usual learning rate", Wording.value(info.usualRate())) //
            + line("Paper", info.paper());
    }

    private static String schedule(final ScheduleInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Settings", defaults(Schedules.settings(info.id()).settings())) //
            + line("Paper", info.paper());
    }

    /** Keys of stored settings and their defaults. */
    private static String defaults(final Map<String, String> settings) {
        return settings.isEmpty() ? "none" : settings.entrySet().stream()
            .map(setting -> "`%s` %s".formatted(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining(", "));
    }

    private static String criterion(final CriterionInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Needs", info.has(CriterionInfo.Trait.NEEDS_IMAGES) ? "labelled images"
                : info.has(CriterionInfo.Trait.NEEDS_NORMALIZATION) ? "batch normalization" : "nothing") //
            + line("Paper", info.paper());
    }

    private static String detector(final DetectorInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Needs", info.signal().label()) //
            + line("Paper", info.paper());
    }

    private static String explainer(final ExplainerInfo info) {
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Cost", info.cost()) //
            + line("Paper", info.paper());
    }

    private static String architecture(final ArchitectureInfo info) {
        final var options = Arrays.stream(ArchitectureOption.values()).filter(info.options()::contains)
            .map(ArchitectureOption::title).collect(Collectors.joining(", "));
        return head(info.label(), info.id(), info.summary()) //
            + line("Verdict", info.verdict()) //
            + line("Options", options.isEmpty() ? "none" : options) //
            + line("Smallest images", "%1$d x %1$d".formatted(info.smallest())) //
            + line("Paper", info.paper());
    }

    private static String head(final String label, final String id, final String summary) {
        return "### %s (`%s`)\n\n%s\n\n".formatted(label, id, summary);
    }

    private static String line(final String name, final String text) {
        return text.isEmpty() ? "" : "- %s: %s\n".formatted(name, text);
    }
}
