// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.Test;

public class FlowObjectStackTest {

    private static final NodeID OWNER = NodeID.ROOTID.createChild(1);

    private static FlowObjectStack stack(final FlowVariable... topFirst) {
        return FlowObjectStack.createFromFlowVariableList(List.of(topFirst), OWNER);
    }

    @Test
    public void laterVariablesHideEarlierOnesOfTheSameName() {
        final var stack = stack(new FlowVariable("a", 1));

        stack.push(new FlowVariable("a", 2));

        assertEquals(2, stack.getAllAvailableFlowVariables().get("a").getIntValue());
    }

    @Test
    public void whatIsAppendedLiesBelow() {
        final var stack = stack(new FlowVariable("a", "mine"));

        stack.append(stack(new FlowVariable("a", "theirs"), new FlowVariable("b", "theirs")));

        final var variables = stack.getAllAvailableFlowVariables();
        assertEquals("mine", variables.get("a").getStringValue());
        assertEquals("theirs", variables.get("b").getStringValue());
    }

    @Test
    public void keepsTheOrderOfTheList() {
        assertEquals(List.of("x", "y"), List.copyOf(
            stack(new FlowVariable("x", 1), new FlowVariable("y", 2)).getAllAvailableFlowVariables().keySet()));
    }

    @Test
    public void givesVariablesOfAskedTypesOnly() {
        final var stack = stack(new FlowVariable("i", 1), new FlowVariable("s", "t"), new FlowVariable("d", 0.5));

        assertEquals(Set.of("i", "d"),
            stack.getAvailableFlowVariables(
                new VariableType<?>[]{VariableType.IntType.INSTANCE, VariableType.DoubleType.INSTANCE}).keySet());
        assertTrue(stack.peekFlowVariable("i", VariableType.StringType.INSTANCE).isEmpty());
        assertEquals(1, stack.peekFlowVariable("i", VariableType.IntType.INSTANCE).orElseThrow().getIntValue());
    }

    @Test
    public void theFirstOwnerStays() {
        final var variable = new FlowVariable("a", 1);
        stack(variable);

        new FlowObjectStack(NodeID.ROOTID).push(variable);

        assertEquals(OWNER, variable.getOwner());
    }
}
