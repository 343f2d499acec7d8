// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the modern probe does: it writes down every call and does what its settings say. */
final class ModernProbe {
    private ModernProbe() {
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ModernProbeParameters parameters = input.getParameters();
        Journal.write(parameters.m_name + " configure");
        Journal.write("parameters " + System.identityHashCode(parameters));
        Journal.write(parameters.m_name + " number " + parameters.m_number);
        switch (parameters.m_configure) {
            case "refuse" -> throw new InvalidSettingsException("asked to refuse");
            case "break" -> throw new IllegalStateException("asked to break");
            case "warn" -> output.setWarningMessage("asked to warn");
            case "set too many" -> output.setOutSpecs(Tables.spec(), Tables.spec());
            default -> Journal.write(parameters.m_name + " ready");
        }
        if (!parameters.m_configure.equals("forget")) {
            output.setOutSpec(0, Tables.spec());
        }
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws CanceledExecutionException, KNIMEException {
        final ModernProbeParameters parameters = input.getParameters();
        final var context = input.getExecutionContext();
        Journal.write(parameters.m_name + " execute");
        Journal.write("parameters " + System.identityHashCode(parameters));
        switch (parameters.m_execute) {
            case "fail" -> throw new IllegalStateException("asked to fail");
            case "fail without text" -> throw new IllegalStateException();
            case "err" -> throw new AssertionError("asked to err");
            case "explain" -> throw KNIMEException.of(
                Message.builder().withSummary("asked to explain").addTextIssue("an issue").build().orElseThrow());
            case "cancel" -> throw new CanceledExecutionException("asked to stop");
            case "wait" -> Waiting.untilCanceled(context);
            case "warn" -> output.setWarningMessage("asked to warn");
            case "keep" -> output.setInternalData(Tables.numbers(context, 1));
            default -> Journal.write(parameters.m_name + " thread " + Thread.currentThread().getName());
        }
        switch (parameters.m_execute) {
            case "give null" -> output.setOutData(0, null);
            case "give nothing" -> Journal.write(parameters.m_name + " gives nothing");
            case "give something else" -> output.setOutData(0, Tables.texts(context));
            case "give input" -> output.setOutData(0, input.getInTable(0));
            default -> output.setOutData(0, Tables.numbers(context, 3));
        }
    }
}
