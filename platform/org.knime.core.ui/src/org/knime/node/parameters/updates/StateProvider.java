// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.updates;

import java.util.function.Supplier;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;

/**
 * Computes a value for a dialog.
 *
 * @param <S> the type of the value
 */
public interface StateProvider<S> {
    /** @param initializer takes what the value depends on and when it is computed */
    void init(StateProviderInitializer initializer);

    /**
     * @param input the node as the dialog sees it
     * @return the value
     * @throws StateComputationFailureException if there is none
     */
    S computeState(NodeParametersInput input) throws StateComputationFailureException;

    /** Takes what a value depends on and when it is computed. */
    interface StateProviderInitializer {
        /** @return the node as the dialog sees it */
        NodeParametersInput getNodeParametersInput();

        /**
         * @param <T> the type of the field
         * @param reference a field; the value is computed when it changes
         * @return its value
         */
        <T> Supplier<T> computeFromValueSupplier(Class<? extends ParameterReference<T>> reference);

        /**
         * @param <T> the type of the field
         * @param reference a field
         * @return its value
         */
        <T> Supplier<T> getValueSupplier(Class<? extends ParameterReference<T>> reference);

        /**
         * @param <T> the type of the field
         * @param reference a field; the value is computed when it changes
         */
        <T> void computeOnValueChange(Class<? extends ParameterReference<T>> reference);

        /**
         * @param <T> the type of the other value
         * @param provider what computes another value; this one is computed after it
         * @return the other value
         */
        <T> Supplier<T> computeFromProvidedState(Class<? extends StateProvider<T>> provider);

        /** @param reference a button; the value is computed when it is pressed */
        void computeOnButtonClick(Class<? extends ButtonReference> reference);

        /** Computes the value before the dialog opens. */
        void computeBeforeOpenDialog();

        /** Computes the value after the dialog has opened. */
        void computeAfterOpenDialog();
    }
}
