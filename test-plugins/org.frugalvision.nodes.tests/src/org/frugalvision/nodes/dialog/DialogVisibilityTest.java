// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.dialog;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.table.ValueColumnsProvider;
import org.junit.Test;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Settings that do nothing are not shown, and what one setting says about another is computed. */
public class DialogVisibilityTest {

    @Test
    public void everySettingIsShownInSomeState() {
        for (final Dialog dialog : Dialog.all()) {
            for (final Setting setting : dialog.settings()) {
                assertFalse(dialog + " " + setting, Conditions.whereShown(dialog, setting.path()).isEmpty());
            }
        }
    }

    @Test
    public void layersAreListedForTheConnectedImagesOrForTypedNumbers() {
        final var dialog = Dialog.of("CnnArchitecture");
        final var plan = Set.of("plan/height", "plan/width", "plan/channels", "plan/classes");
        final var columns = Set.of("imageColumn", "labelColumn");

        assertShown(dialog, true, columns, plan);
        assertShown(dialog, false, plan, columns);
    }

    @Test
    public void theColumnOfTheReferenceNeedsAReference() {
        final var dialog = Dialog.of("ImageDuplicateFinder");

        assertShown(dialog, true, Set.of("referenceColumn"), Set.of());
        assertShown(dialog, false, Set.of(), Set.of("referenceColumn"));
    }

    /** Unless it is on already: then it must be possible to switch it off. */
    @Test
    public void earlyStoppingNeedsValidationImages() {
        final var dialog = Dialog.of("CnnLearner");

        assertShown(dialog, false, Set.of(), Set.of("stopping/early", "stopping/metric", "stopping/patience"));
        assertShown(dialog, true, Set.of("stopping/early", "stopping/metric"), Set.of("stopping/patience"));
        dialog.setting("stopping/early").set(true);
        assertShown(dialog, false, Set.of("stopping/early", "stopping/metric", "stopping/patience",
            "stopping/minDelta"), Set.of());
    }

    @Test
    public void columnsThatOnlyMethodsReadNeedARecipe() {
        final var dialog = Dialog.of("CnnLearner");

        assertShown(dialog, false, Set.of("columns/weight"), Set.of("columns/source", "columns/irreducibleLoss"));
        assertShown(dialog, true, Set.of("columns/weight", "columns/source", "columns/irreducibleLoss"), Set.of());
    }

    @Test
    public void theSeedOfALimitNeedsALimit() {
        final var dialog = Dialog.of("ImageFolderReader");

        assertEquals(false, computed(dialog, "limited"));
        assertShown(dialog, false, Set.of(), Set.of("seed"));
        dialog.setting("limitPerClass").set(5);
        assertEquals(true, computed(dialog, "limited"));
        dialog.setting("limited").set(true);
        assertShown(dialog, false, Set.of("seed"), Set.of());
    }

    @Test
    public void aListOfFilesHasOneSourceOfTheLabel() {
        final var dialog = Dialog.of("ImageFolderReader");

        assertShown(dialog, false, Set.of("labelSource", "groupSource"),
            Set.of("listSeparator", "listPathColumn", "listLabelColumn", "listGroupColumn", "labelLevel"));
        dialog.setting("list").set("list.csv");
        assertShown(dialog, false, Set.of("listLabelColumn", "listGroupColumn", "groupSource", "listSeparator"),
            Set.of("labelSource", "labelLevel", "labelExpression"));
        dialog.setting("listLabelColumn").set("");
        dialog.setting("listGroupColumn").set("camera");
        assertShown(dialog, false, Set.of("labelSource"), Set.of("groupSource", "groupLevel", "groupExpression"));
    }

    @Test
    public void classNamesAreOneChoice() {
        final var dialog = Dialog.of("ImageDatasetReader");

        assertShown(dialog, false, Set.of("names/source"), Set.of("names/names", "names/file"));
        for (final Dialog state : Conditions.whereShown(dialog, "names/file")) {
            assertShown(state, false, Set.of("names/file"), Set.of("names/names"));
        }
        for (final Dialog state : Conditions.whereShown(dialog, "names/names")) {
            assertShown(state, false, Set.of("names/names"), Set.of("names/file"));
        }
    }

    /** Every method shows its own settings and those of no other. */
    @Test
    public void methodsShowTheirSettingsOnly() {
        final var dialog = Dialog.of("CnnTrainingRecipe");
        for (final var info : TrainingMethods.infos()) {
            dialog.setting("method").set(info.id());
            final var conditions = new Conditions(dialog, false);
            final Set<String> shown = dialog.settings().stream().filter(conditions::shows).map(Setting::path)
                .filter(path -> path.matches("[^/]+/[^/]+")).map(path -> path.substring(path.indexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

            final Set<String> own = TrainingMethods.create(Choice.of(info.id())).settings().keySet();
            assertTrue(info.id() + " shows " + shown, own.containsAll(shown));
            assertEquals(info.id(), own.isEmpty(), shown.isEmpty());
        }
    }

    @Test
    public void operationsWithoutMagnitudeHaveNoStrength() {
        final var dialog = Dialog.of("ImageAugmenter");

        dialog.setting("steps/operation").set("rotate");
        assertShown(dialog, false, Set.of("steps/strength"), Set.of("steps/smallest"));
        dialog.setting("steps/operation").set("horizontal-flip");
        assertShown(dialog, false, Set.of("steps/probability"), Set.of("steps/strength", "steps/largest"));
    }

    @Test
    public void columnsThatTheMethodDoesNotReadAreHidden() {
        final var dialog = Dialog.of("ImageSubsetSelector");

        dialog.setting("method").set("random");
        assertShown(dialog, true, Set.of("seed", "perClass"), Set.of("imageColumn", "labelColumn",
            "sources/prediction", "sources/embedding", "sources/forgetting"));
        dialog.setting("perClass").set(true);
        assertShown(dialog, true, Set.of("labelColumn"), Set.of("imageColumn"));
        dialog.setting("method").set("k-center");
        assertShown(dialog, true, Set.of("imageColumn", "sources/embedding"), Set.of("seed", "sources/forgetting"));
    }

    @Test
    public void groupsAndCaptionsAreNoImages() {
        for (final Dialog dialog : Dialog.all()) {
            for (final Setting setting : dialog.settings()) {
                if (Set.of("groupColumn", "captionColumn").contains(setting.path())) {
                    assertEquals(ValueColumnsProvider.class,
                        setting.annotation(ChoicesProvider.class).orElseThrow().value());
                }
            }
        }
    }

    @Test
    public void theLearningRateFollowsTheOptimizer() {
        final var dialog = Dialog.of("CnnLearner");

        assertEquals(dialog.setting("learningRate").value(), computed(dialog, "learningRate"));
        for (final var info : Updaters.infos()) {
            dialog.setting("updater/updater").set(info.id());
            assertEquals(info.usualRate(), computed(dialog, "learningRate"));
        }
    }

    @Test
    public void placeholdersFitTheFormat() {
        final var dialog = Dialog.of("ImageDatasetReader");
        for (final Object format : dialog.setting("format").field().getType().getEnumConstants()) {
            dialog.setting("format").set(format);
            final String file = placeholder(dialog, "imagesFile");
            final List<String> endings = switch (format.toString()) {
                case "IDX" -> List.of("-ubyte.gz");
                case "NPY", "NPY_BANDS" -> List.of(".npy");
                case "ARCHIVE" -> List.of(".zip");
                default -> List.of(".bin");
            };
            assertTrue(format + ": " + file, file.endsWith(endings.get(0)));
        }
    }

    private static String placeholder(final Dialog dialog, final String path) {
        return (String)Computed.of(dialog.setting(path).annotation(TextInputWidget.class).orElseThrow()
            .placeholderProvider(), dialog);
    }

    private static Object computed(final Dialog dialog, final String path) {
        return Computed.of(dialog.setting(path).annotation(ValueProvider.class).orElseThrow().value(), dialog);
    }

    private static void assertShown(final Dialog dialog, final boolean connected, final Set<String> shown,
        final Set<String> hidden) {
        final var conditions = new Conditions(dialog, connected);
        for (final Setting setting : dialog.settings()) {
            assertFalse(dialog + " " + setting, shown.contains(setting.path()) && !conditions.shows(setting));
            assertFalse(dialog + " " + setting, hidden.contains(setting.path()) && conditions.shows(setting));
        }
        shown.forEach(dialog::setting);
        hidden.forEach(dialog::setting);
    }
}
