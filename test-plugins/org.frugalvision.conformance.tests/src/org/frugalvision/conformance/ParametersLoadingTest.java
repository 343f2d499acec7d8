// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.EveryFieldNodeFactory;
import org.frugalvision.conformance.probes.GuessedNodeFactory;
import org.frugalvision.conformance.probes.LimitedNodeFactory;
import org.frugalvision.conformance.probes.MigratedNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.frugalvision.conformance.probes.StubbornNodeFactory;
import org.frugalvision.conformance.probes.ThrowingNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** What becomes of parameters whose settings are missing, wrong or old. */
public class ParametersLoadingTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private int loadEveryField(final ConfigTree model) throws IOException {
        return m_batch.load(new WorkflowText().node(1, EveryFieldNodeFactory.class, model));
    }

    private void assertSeen(final String... lines) throws IOException {
        final var journal = m_batch.journal();
        for (final var line : lines) {
            assertTrue(line + " in " + journal, journal.contains(line));
        }
    }

    @Test
    public void everyKeyIsRequired() throws IOException {
        final var inArrays = ".*/[0-9]+|.*/array-size|map/.*|columns/.*|.*_is_present|(opt.*)|type/.*";
        for (final var path : EveryField.golden().paths()) {
            if (!path.matches(inArrays)) {
                assertEquals(path, LOAD_ERROR, loadEveryField(EveryField.golden().remove(path.split("/"))));
            }
        }
    }

    @Test
    public void presentOptionalsAreRequired() throws IOException {
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().remove("optReal")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().remove("optFruit")));
    }

    @Test
    public void absentOptionalsAreNot() throws IOException {
        assertEquals(SUCCESS, loadEveryField(EveryField.golden().remove("optWhole").remove("optText")));
        assertSeen("optWhole=Optional.empty", "optText=Optional.empty");
    }

    @Test
    public void plainValueLoadsIntoAnOptional() throws IOException {
        assertEquals(SUCCESS,
            loadEveryField(EveryField.golden().integer("optWhole", 5).remove("optWhole_is_present")));
        assertSeen("optWhole=Optional[5]");
    }

    @Test
    public void presentNullTextIsAbsent() throws IOException {
        assertEquals(SUCCESS, loadEveryField(EveryField.golden().bool("optText_is_present", true)));
        assertSeen("optText=Optional.empty");
    }

    @Test
    public void furtherKeysAreIgnored() throws IOException {
        final var model = EveryField.golden().string("further", "a").config("more", new ConfigTree());

        assertEquals(SUCCESS, loadEveryField(model));
    }

    @Test
    public void typesAreNeverConverted() throws IOException {
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().value("whole", "xlong", "1")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().value("whole", "xdouble", "1.0")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().string("whole", "1")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().integer("long", 1)));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().integer("real", 1)));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().integer("text", 1)));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().integer("layers", 1)));
    }

    @Test
    public void enumIsReadByItsNameAlone() throws IOException {
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().string("fruit", "PLUM")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().string("fruit", "A yellow pear")));
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().string("fruit", null)));
    }

    @Test
    public void nullTextIsAccepted() throws IOException {
        assertEquals(SUCCESS, loadEveryField(EveryField.golden().string("text", null)));
        assertSeen("text=null");
    }

    @Test
    public void gapInAnArrayOfGroupsIsRefused() throws IOException {
        assertEquals(LOAD_ERROR, loadEveryField(EveryField.golden().remove("layers", "0")));
    }

    @Test
    public void limitsOfTheDialogAreNotChecked() throws IOException {
        final var model = new ConfigTree().integer("epochs", -3).string("text", " ").value("rate", "xdouble", "NaN");

        assertEquals(SUCCESS, m_batch.load(new WorkflowText().node(1, LimitedNodeFactory.class, model)));
        assertSeen("epochs=-3 text=  rate=NaN");
    }

    @Test
    public void nestedGroupsAreNotValidated() throws IOException {
        assertEquals(SUCCESS, loadEveryField(EveryField.golden()));
        assertFalse(m_batch.journal().contains("nested validate"));
    }

    @Test
    public void refusalIsALoadErrorAndTheNodeRunsWithDefaults() throws IOException {
        for (final var number : List.of(-1, 666)) {
            final var workflow =
                new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().integer("number", number));
            assertEquals(LOAD_ERROR, m_batch.load(workflow));
            assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));
        }
        assertSeen("node number 1", "node execute");
    }

    @Test
    public void everyFieldMayBeAbsentIfTheClassSaysSo() throws IOException {
        assertEquals(SUCCESS,
            m_batch.load(new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree())));
        assertSeen("node number 1");
    }

    @Test
    public void fieldThatMayBeAbsentMayNotBeWrong() throws IOException {
        assertEquals(LOAD_ERROR, m_batch
            .load(new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().string("number", "1"))));
    }

    @Test
    public void emptyModelLacksAllKeys() throws IOException {
        assertEquals(LOAD_ERROR,
            m_batch.load(new WorkflowText().node(1, LimitedNodeFactory.class, new ConfigTree())));
    }

    private int loadMigrated(final ConfigTree model) throws IOException {
        return m_batch.load(new WorkflowText().node(1, MigratedNodeFactory.class, model));
    }

    @Test
    public void fieldsOfLaterVersionsKeepTheirInitialValues() throws IOException {
        assertEquals(SUCCESS, loadMigrated(new ConfigTree().integer("always", 9).integer("migrated", 10)));
        assertSeen("always=9", "later=2", "laterOptional=Optional[5]", "laterLayers=16", "depth=3", "width=4",
            "migrated=10");
    }

    @Test
    public void nestedGroupSaysItselfWhatMayBeAbsent() throws IOException {
        final var model = new ConfigTree().integer("always", 9).integer("migrated", 10);
        model.at("lenient").integer("depth", 5);
        assertEquals(SUCCESS, loadMigrated(model));
        assertSeen("depth=5", "width=4");

        model.at("lenient", "strict");
        assertEquals(LOAD_ERROR, loadMigrated(model));
    }

    @Test
    public void oldKeyIsMigratedEvenIfTheNewOneIsThere() throws IOException {
        assertEquals(SUCCESS, loadMigrated(new ConfigTree().integer("always", 9).string("old", "20")));
        assertEquals(SUCCESS,
            loadMigrated(new ConfigTree().integer("always", 9).string("old", "30").integer("migrated", 10)));
        assertSeen("migrated=20", "migrated=30");
    }

    @Test
    public void migratedFieldNeedsOneOfBothKeys() throws IOException {
        assertEquals(LOAD_ERROR, loadMigrated(new ConfigTree().integer("always", 9)));
    }

    private static WorkflowText guessed(final ConfigTree model) {
        final var workflow = new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree());
        return (model == null ? workflow.node(2, GuessedNodeFactory.class)
            : workflow.node(2, GuessedNodeFactory.class, model)).connect(1, 1, 2, 1);
    }

    @Test
    public void parametersAreGuessedFromTheFirstInput() throws IOException {
        assertEquals(SUCCESS, m_batch.load(guessed(null)));

        final var journal = new ArrayList<>(m_batch.journal());
        journal.removeIf(line -> !line.matches("(guess|validate|configure) .*"));
        final var guess = journal.indexOf("guess inputs 1 outputs 1");
        assertEquals(journal.toString(), List.of("validate number", "configure number"),
            journal.subList(guess + 1, guess + 3));
    }

    @Test
    public void guessSeesTheTableOfAnExecutedNodeOnly() throws IOException {
        final var workflow = guessed(null);
        assertEquals(SUCCESS, m_batch.load(workflow));
        workflow.settings(1).at("model").string("configure", "forget");
        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));

        assertEquals(List.of("absent", "present"), m_batch.journal("table"));
    }

    @Test
    public void storedParametersAreLoadedThreeTimesAndValidatedTwice() throws IOException {
        assertEquals(SUCCESS, m_batch.load(guessed(new ConfigTree().string("column", "a").bool("refused", false))));

        final var journal = m_batch.journal();
        final var untilConfigure = journal.subList(0, journal.indexOf("configure a"));
        assertEquals(3, untilConfigure.stream().filter("created without input"::equals).count());
        assertEquals(2, untilConfigure.stream().filter("validate a"::equals).count());
        assertFalse(journal.toString(), journal.stream().anyMatch(line -> line.startsWith("guess")));
    }

    @Test
    public void nodeThatWasNeverConfiguredIsSavedWithDefaults() throws IOException {
        final var workflow = new WorkflowText().node(1, GuessedNodeFactory.class);
        workflow.settings(1).string("state", "IDLE");
        workflow.workflow().string("state", "IDLE");
        final var other = m_batch.folder().resolve("Other");

        assertEquals(SUCCESS, m_batch.run(workflow, "-noexecute", "-destDir=" + other));

        final var file = ConfigTree.read(other.resolve("workflow.knime")).text("nodes", "node_1", "node_settings_file");
        assertEquals("", ConfigTree.read(other.resolve(file)).text("model", "column"));
    }

    @Test
    public void refusedGuessIsNotValidatedAgain() throws IOException {
        assertEquals(SUCCESS,
            m_batch.run(new WorkflowText().node(1, StubbornNodeFactory.class), "-reset", "-nosave"));

        assertEquals(1, m_batch.journal().stream().filter("refused"::equals).count());
    }

    @Test
    public void parametersThatCannotBeCreatedStopTheNode() throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(new WorkflowText().node(1, ThrowingNodeFactory.class), "-nosave"));
        assertEquals(List.of(), m_batch.journal());
    }
}
