// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;

import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

public class FlowVariableTest {

    private static NodeSettings everyKind() {
        final var settings = new NodeSettings("model");
        settings.addInt("int", 0);
        settings.addLong("long", 0);
        settings.addDouble("double", 0);
        settings.addFloat("float", 0);
        settings.addString("string", "");
        settings.addBoolean("boolean", false);
        settings.addChar("char", ' ');
        return settings;
    }

    @Test
    public void wholeNumbersFitAllNumbersAndText() throws InvalidSettingsException {
        final var settings = everyKind();
        for (final var key : List.of("int", "long", "double", "string")) {
            new FlowVariable("v", 7).overwrite(settings, key);
        }

        assertEquals(7, settings.getInt("int"));
        assertEquals(7L, settings.getLong("long"));
        assertEquals(7.0, settings.getDouble("double"), 0);
        assertEquals("7", settings.getString("string"));
    }

    @Test
    public void textFitsTextTruthValuesAndSingleCharacters() throws InvalidSettingsException {
        final var settings = everyKind();
        new FlowVariable("v", "true").overwrite(settings, "boolean");
        new FlowVariable("v", "x").overwrite(settings, "char");

        assertEquals(true, settings.getBoolean("boolean"));
        assertEquals('x', settings.getChar("char"));
    }

    @Test
    public void refusesWhatWouldLoseSomething() {
        final var settings = everyKind();

        assertEquals(
            "A variable of type DOUBLE with value \"0.5\" cannot control the setting \"int\" of type int.",
            assertThrows(InvalidSettingsException.class, () -> new FlowVariable("v", 0.5).overwrite(settings, "int"))
                .getMessage());
        for (final var key : List.of("int", "double", "boolean", "char")) {
            assertThrows(key, InvalidSettingsException.class,
                () -> new FlowVariable("v", "text").overwrite(settings, key));
        }
        assertThrows(InvalidSettingsException.class, () -> new FlowVariable("v", 1).overwrite(settings, "boolean"));
    }

    @Test
    public void namesASettingThatIsNotThere() {
        assertEquals("There is no setting \"gone\" that a variable could control.",
            assertThrows(InvalidSettingsException.class,
                () -> new FlowVariable("v", 1).overwrite(everyKind(), "gone")).getMessage());
    }

    @Test
    public void comesBackFromItsStoredForm() throws InvalidSettingsException {
        for (final var variable : List.of(new FlowVariable("s", "t"), new FlowVariable("i", 1),
            new FlowVariable("d", 0.5), new FlowVariable("l", VariableType.LongType.INSTANCE, 1L << 40),
            new FlowVariable("b", VariableType.BooleanType.INSTANCE, true))) {
            final var settings = new NodeSettings("Var_0");
            variable.save(settings);

            assertEquals(variable, FlowVariable.load(settings));
        }
    }

    @Test
    public void refusesAStoredTypeItDoesNotHave() {
        final var settings = new NodeSettings("Var_0");
        settings.addString("name", "login");
        settings.addString("class", "CREDENTIALS");

        assertEquals("The flow variable \"login\" is of type \"CREDENTIALS\", which this runtime does not have.",
            assertThrows(InvalidSettingsException.class, () -> FlowVariable.load(settings)).getMessage());
    }

    @Test
    public void takesTheTypeOfAnExposedSetting() throws InvalidSettingsException {
        final var settings = everyKind();

        assertEquals(new FlowVariable("v", 0), FlowVariable.exposed("v", settings, "int"));
        assertEquals(new FlowVariable("v", ""), FlowVariable.exposed("v", settings, "string"));
        assertEquals(new FlowVariable("v", VariableType.BooleanType.INSTANCE, false),
            FlowVariable.exposed("v", settings, "boolean"));
        assertThrows(InvalidSettingsException.class, () -> FlowVariable.exposed("v", settings, "char"));
    }
}
