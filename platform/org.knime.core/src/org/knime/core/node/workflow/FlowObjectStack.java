// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The flow objects that reach a node, last pushed first. Objects of the first input hide those of later ones. */
public final class FlowObjectStack implements Iterable<FlowObject> {

    private final NodeID m_owner;

    private final Deque<FlowObject> m_objects = new ArrayDeque<>();

    FlowObjectStack(final NodeID owner) {
        m_owner = owner;
    }

    /** A stack of variables, the first on top. */
    public static FlowObjectStack createFromFlowVariableList(final List<FlowVariable> variables, final NodeID owner) {
        final var stack = new FlowObjectStack(owner);
        final var bottomUp = new ArrayList<>(variables);
        Collections.reverse(bottomUp);
        bottomUp.forEach(stack::push);
        return stack;
    }

    /** Adds an object, which then belongs to the owner of this stack unless it has an owner. */
    public void push(final FlowObject object) {
        if (object.getOwner() == null) {
            object.setOwner(m_owner);
        }
        m_objects.push(object);
    }

    /** Adds what is on another stack below all that is here. */
    void append(final FlowObjectStack other) {
        other.m_objects.forEach(object -> {
            if (!m_objects.contains(object)) {
                m_objects.addLast(object);
            }
        });
    }

    /** Returns the variables by name, top first; hidden ones are left out. */
    public Map<String, FlowVariable> getAllAvailableFlowVariables() {
        final var variables = new LinkedHashMap<String, FlowVariable>();
        for (final var object : m_objects) {
            if (object instanceof FlowVariable variable) {
                variables.putIfAbsent(variable.getName(), variable);
            }
        }
        return variables;
    }

    /** Returns the variables by name, top first; hidden ones are left out. */
    public Map<String, FlowVariable> getAvailableFlowVariables() {
        return getAllAvailableFlowVariables();
    }

    /** Returns the variables of some types by name, top first; hidden ones are left out. */
    public Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        final var variables = getAllAvailableFlowVariables();
        variables.values().removeIf(variable -> !List.of(types).contains(variable.getVariableType()));
        return variables;
    }

    /** Returns the top variable of a name and type. */
    public Optional<FlowVariable> peekFlowVariable(final String name, final VariableType<?> type) {
        return m_objects.stream().filter(FlowVariable.class::isInstance).map(FlowVariable.class::cast)
            .filter(variable -> variable.getName().equals(name) && variable.getVariableType() == type).findFirst();
    }

    @Override
    public Iterator<FlowObject> iterator() {
        return Collections.unmodifiableCollection(m_objects).iterator();
    }

    @Override
    public String toString() {
        return m_objects.toString();
    }
}
