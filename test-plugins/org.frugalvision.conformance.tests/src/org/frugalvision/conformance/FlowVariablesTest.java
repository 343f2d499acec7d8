// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance;

import static org.frugalvision.conformance.Batch.EXECUTION_ERROR;
import static org.frugalvision.conformance.Batch.LOAD_ERROR;
import static org.frugalvision.conformance.Batch.SUCCESS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Set;

import org.frugalvision.conformance.probes.ClassicPassNodeFactory;
import org.frugalvision.conformance.probes.ClassicSourceNodeFactory;
import org.frugalvision.conformance.probes.EveryFieldNodeFactory;
import org.frugalvision.conformance.probes.ModernSourceNodeFactory;
import org.junit.Rule;
import org.junit.Test;

/** How flow variables control settings and travel from node to node. */
public class FlowVariablesTest {
    /** The workflow under test. */
    @Rule
    public final Batch m_batch = new Batch();

    private WorkflowText everyField() {
        return new WorkflowText().node(1, EveryFieldNodeFactory.class, EveryField.golden());
    }

    private void assertAccepted(final WorkflowText workflow, final String seen) throws IOException {
        assertEquals(seen, SUCCESS, m_batch.run(workflow, "-failonloaderror", "-nosave"));
        assertTrue(seen + " in " + m_batch.journal(), m_batch.journal().contains(seen));
    }

    private void assertIdle(final WorkflowText workflow) throws IOException {
        assertEquals(EXECUTION_ERROR, m_batch.run(workflow));
        assertEquals("IDLE", m_batch.saved(1).text("state"));
        assertTrue(m_batch.savedMessage(1).toString(), m_batch.savedMessage(1).contains("WARNING"));
    }

    @Test
    public void wholeNumberFitsNumbersAndText() throws IOException {
        assertAccepted(everyField().variable("v", "INTEGER", "42").control(1, "v", "whole"), "whole=42");
        assertAccepted(everyField().variable("v", "INTEGER", "43").control(1, "v", "long"), "long=43");
        assertAccepted(everyField().variable("v", "INTEGER", "44").control(1, "v", "real"), "real=44.0");
        assertAccepted(everyField().variable("v", "INTEGER", "45").control(1, "v", "text"), "text=45");
    }

    @Test
    public void textFitsBooleanAndEnum() throws IOException {
        assertAccepted(new WorkflowText().node(1, EveryFieldNodeFactory.class, EveryField.golden().bool("flag", false))
            .variable("v", "STRING", "true").control(1, "v", "flag"), "flag=true");
        assertAccepted(everyField().variable("v", "STRING", "APPLE").control(1, "v", "fruit"), "fruit=APPLE");
    }

    @Test
    public void controlsNestedSettings() throws IOException {
        assertAccepted(everyField().variable("v", "DOUBLE", "0.75").control(1, "v", "augmentation", "inner", "angle"),
            "angle=0.75");
        assertAccepted(everyField().variable("v", "INTEGER", "5").control(1, "v", "layers", "0", "filters"),
            "layers=[5, 64]");
        assertAccepted(everyField().variable("v", "INTEGER", "6").variable("p", "STRING", "true")
            .control(1, "v", "optWhole").control(1, "p", "optWhole_is_present"), "optWhole=Optional[6]");
    }

    @Test
    public void wrongTypeLeavesTheNodeIdle() throws IOException {
        assertIdle(everyField().variable("v", "DOUBLE", "1.5").control(1, "v", "whole"));
        assertIdle(everyField().variable("v", "STRING", "5").control(1, "v", "whole"));
    }

    @Test
    public void unknownConstantLeavesTheNodeIdle() throws IOException {
        assertIdle(everyField().variable("v", "STRING", "PLUM").control(1, "v", "fruit"));
    }

    @Test
    public void unknownVariableLeavesTheNodeIdle() throws IOException {
        assertIdle(everyField().control(1, "absent", "whole"));
    }

    @Test
    public void refusedValueLeavesTheNodeIdle() throws IOException {
        assertIdle(new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().integer("number", 1))
            .variable("v", "INTEGER", "-1").control(1, "v", "number"));
    }

    @Test
    public void storedValueIsValidatedEvenIfAVariableControlsIt() throws IOException {
        assertEquals(LOAD_ERROR, m_batch
            .load(new WorkflowText().node(1, ModernSourceNodeFactory.class, new ConfigTree().integer("number", -1))
                .variable("v", "INTEGER", "1").control(1, "v", "number")));
    }

    @Test
    public void argumentOverwritesAVariable() throws IOException {
        final var workflow = everyField().variable("v", "INTEGER", "1").control(1, "v", "whole");

        assertEquals(SUCCESS, m_batch.run(workflow, "-workflow.variable=v,77,int"));

        assertTrue(m_batch.journal().contains("whole=77"));
        final var saved = ConfigTree.read(m_batch.workflow().resolve("workflow.knime")).at("workflow_variables");
        assertEquals(Set.of("Var_0"), saved.keys());
        assertEquals("v", saved.text("Var_0", "name"));
        assertEquals("77", saved.text("Var_0", "value"));
    }

    @Test
    public void argumentAddsAVariable() throws IOException {
        assertEquals(SUCCESS, m_batch.run(variables(), "-nosave", "-workflow.variable=t,some text,String",
            "-workflow.variable=w,7,int", "-workflow.variable=r,2.5,double"));

        assertVariables("node", "r=2.5", "t=some text", "w=7");
    }

    @Test
    public void quotedArgumentMayHoldCommasAndQuotes() throws IOException {
        assertEquals(SUCCESS, m_batch.run(variables(), "-nosave",
            "-workflow.variable=\"t\",\"a,\\\"b\\\"\",String", "-workflow.variable='u','c,d',String"));

        assertVariables("node", "t=a,\"b\"", "u=c,d");
    }

    private static WorkflowText variables() {
        return new WorkflowText().node(1, ClassicSourceNodeFactory.class, new ConfigTree());
    }

    /** The last list of variables that a node has written. */
    private void assertVariables(final String node, final String... expected) throws IOException {
        final var lines = m_batch.journal(node).stream().filter(line -> line.startsWith("variables ")).toList();
        final var last = lines.get(lines.size() - 1);
        for (final var variable : expected) {
            assertTrue(variable + " in " + last, last.contains(variable));
        }
    }

    @Test
    public void workspaceIsAlwaysAVariable() throws IOException {
        m_batch.load(variables());

        assertVariables("node", "knime.workspace=");
    }

    /** The third node gets its table from the second and variables from the first alone. */
    private static WorkflowText pushing(final String when) {
        return new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("name", "first").string(when, "push"))
            .node(2, ClassicSourceNodeFactory.class, new ConfigTree().string("name", "other"))
            .node(3, ClassicPassNodeFactory.class, new ConfigTree().string("name", "last"))
            .connect(2, 1, 3, 1).connect(1, 0, 3, 0);
    }

    @Test
    public void variableOfExecutionReachesTheNextConfigure() throws IOException {
        final var workflow = new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, new ConfigTree().string("name", "first").string("execute", "push"))
            .node(2, ClassicPassNodeFactory.class, new ConfigTree().string("name", "last")).connect(1, 1, 2, 1);

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));

        assertVariables("last", "real=2.5", "text=a", "whole=7");
    }

    @Test
    public void variableOfConfigureReachesTheNextConfigure() throws IOException {
        m_batch.load(pushing("configure"));

        assertVariables("last", "pushed=by configure");
    }

    @Test
    public void variableTravelsThroughTheVariablePort() throws IOException {
        assertEquals(SUCCESS, m_batch.run(pushing("execute"), "-nosave"));

        assertVariables("last", "real=2.5", "text=a", "whole=7");
        assertFalse(m_batch.journal("other").toString().contains("whole=7"));
    }

    @Test
    public void settingIsExposedToTheNextNodes() throws IOException {
        final var workflow = new WorkflowText()
            .node(1, ClassicSourceNodeFactory.class, new ConfigTree().integer("number", 8))
            .node(2, ClassicPassNodeFactory.class, new ConfigTree().string("name", "last")).connect(1, 1, 2, 1)
            .expose(1, "shown", "number");

        assertEquals(SUCCESS, m_batch.run(workflow, "-nosave"));

        assertVariables("last", "shown=8");
    }
}
