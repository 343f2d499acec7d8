// SPDX-License-Identifier: Apache-2.0
/** Start and limits of DL4J and ND4J, whose jars this bundle holds in one class space. */
package org.frugalvision.dl4j;
