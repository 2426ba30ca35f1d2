"""Company: who sells, under which policies, number series and payment terms."""
