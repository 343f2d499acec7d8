// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import javax.swing.JComponent;

import org.frugalvision.platform.extension.Contributions;
import org.junit.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;

public class PortTypeTest {

    private static final PortType MODEL = PortTypeRegistry.getInstance().getPortType(ProbeModel.class);

    @Test
    public void knowsObjectAndSpecClass() {
        assertSame(ProbeModel.class, MODEL.getPortObjectClass());
        assertSame(ProbeSpec.class, MODEL.getPortObjectSpecClass());
        assertTrue(MODEL.acceptsPortObjectSpec(new ProbeSpec("a")));
        assertFalse(MODEL.acceptsPortObjectSpec(new DataTableSpec()));
        assertTrue(MODEL.acceptsPortObject(new ProbeModel(new ProbeSpec("a"))));
        assertFalse(MODEL.acceptsPortObjectClass(ImagePortObject.class));
        assertSame(DataTableSpec.class, BufferedDataTable.TYPE.getPortObjectSpecClass());
    }

    @Test
    public void acceptsAnythingAtAGenericPort() {
        assertTrue(PortObject.TYPE.isSuperTypeOf(MODEL));
        assertTrue(PortObject.TYPE.isSuperTypeOf(BufferedDataTable.TYPE));
        assertFalse(MODEL.isSuperTypeOf(PortObject.TYPE));
        assertFalse(FlowVariablePortObject.TYPE.isSuperTypeOf(BufferedDataTable.TYPE));
        assertEquals("Generic Port", PortObject.TYPE.getName());
    }

    @Test
    public void connectsOptionalAndOtherPortsOfOneClass() {
        assertTrue(ImagePortObject.TYPE_OPTIONAL.isSuperTypeOf(ImagePortObject.TYPE));
        assertNotEquals(ImagePortObject.TYPE_OPTIONAL, ImagePortObject.TYPE);
        assertTrue(ImagePortObject.TYPE_OPTIONAL.isOptional());
        assertEquals(MODEL, PortTypeRegistry.getInstance().getPortType(ProbeModel.class));
    }

    @Test
    public void comesBackFromSettings() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("s");
        MODEL.save(settings);

        assertEquals(ProbeModel.class.getName(), settings.getString("object_class"));
        assertEquals(MODEL, PortType.load(settings));
        settings.addString("object_class", "org.example.Gone");
        assertEquals("Port object class \"org.example.Gone\" is not available.",
            assertThrows(InvalidSettingsException.class, () -> PortType.load(settings)).getMessage());
    }

    @Test
    public void findsSerializers() {
        assertTrue(PortTypeRegistry.getInstance().getObjectSerializer(ProbeModel.class)
            .get() instanceof PortObject.PortObjectSerializer);
        assertTrue(PortTypeRegistry.getInstance().getSpecSerializer(ProbeSpec.class).isPresent());
        assertTrue(PortTypeRegistry.getInstance().getObjectSerializer(BufferedDataTable.class).isEmpty());
        assertEquals("Objects of org.knime.core.node.BufferedDataTable cannot be stored.",
            assertThrows(IllegalArgumentException.class,
                () -> PortUtil.getPortObjectSerializer(BufferedDataTable.class)).getMessage());
    }

    @Test
    public void treatsAnUnregisteredClassAsGeneric() {
        assumeTrue("Without a framework nothing is registered.", Contributions.areAvailable());

        assertEquals(PortObject.TYPE, PortTypeRegistry.getInstance().getPortType(Unregistered.class));
        assertTrue(PortTypeRegistry.getInstance().getObjectSerializer(Unregistered.class).isEmpty());
    }

    @Test
    public void listsTheRegisteredTypes() {
        assumeTrue("Without a framework nothing is registered.", Contributions.areAvailable());

        assertTrue(PortTypeRegistry.getInstance().availablePortTypes().contains(ImagePortObject.TYPE));
        assertEquals("Image", ImagePortObject.TYPE.getName());
    }

    private static final class Unregistered implements PortObject {

        @Override
        public String getSummary() {
            return "unregistered";
        }

        @Override
        public PortObjectSpec getSpec() {
            return new ProbeSpec("a");
        }

        @Override
        public JComponent[] getViews() {
            return null;
        }
    }
}
