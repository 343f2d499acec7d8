// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.Test;

public class NodeIDTest {

    @Test
    public void isWrittenAsPathFromTheRoot() {
        final var id = NodeID.ROOTID.createChild(3).createChild(1);

        assertEquals("0:3:1", id.toString());
        assertEquals("3:1", id.getIDWithoutRoot());
        assertEquals(id, NodeID.fromString("0:3:1"));
        assertEquals(id.hashCode(), NodeID.fromString("0:3:1").hashCode());
    }

    @Test
    public void knowsWhatItLiesBelow() {
        final var project = NodeID.ROOTID.createChild(3);

        assertTrue(project.createChild(1).hasPrefix(project));
        assertTrue(project.createChild(1).hasPrefix(NodeID.ROOTID));
        assertFalse(project.hasPrefix(project));
        assertTrue(project.createChild(1).hasSamePrefix(project.createChild(2)));
        assertTrue(NodeID.ROOTID.isRoot());
    }

    @Test
    public void isOrderedByNumbersNotByText() {
        assertEquals(List.of("0", "0:2", "0:2:9", "0:10"),
            Stream.of("0:10", "0:2:9", "0", "0:2").map(NodeID::fromString).sorted().map(NodeID::toString).toList());
    }
}
